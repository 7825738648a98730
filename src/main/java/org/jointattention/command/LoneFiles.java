package org.jointattention.command;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;

/**
 * Keeps the defaults of files where a script left out nothing else. SciJava would ask for a lone file, and without
 * windows cancel the command without a word.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class LoneFiles extends AbstractPreprocessorPlugin {
    @Override
    public void process(Module module) {
        if (!(module.getDelegateObject() instanceof JointAttentionCommand)) {
            return;
        }
        List<ModuleItem<?>> open = new ArrayList<>();
        for (ModuleItem<?> input : module.getInfo().inputs()) {
            if (!module.isInputResolved(input.getName())) {
                open.add(input);
            }
        }
        // services and the like are open, too; they come before what is for the user
        open.removeIf(input -> input.getType() != File.class && !isForUser(input));
        if (open.stream().allMatch(input -> input.getType() == File.class)) {
            open.forEach(input -> module.resolveInput(input.getName()));
        }
    }

    private static boolean isForUser(ModuleItem<?> input) {
        return !Service.class.isAssignableFrom(input.getType());
    }
}
