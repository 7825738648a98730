package org.jointattention.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/** Tells the host which outputs need no window: scripts get them, and users see them elsewhere already. */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class ShownOutputs extends AbstractPostprocessorPlugin {
    @Override
    public void process(Module module) {
        if (module.getDelegateObject() instanceof JointAttentionCommand) {
            ((JointAttentionCommand) module.getDelegateObject()).shown().forEach(module::resolveOutput);
        }
    }
}
