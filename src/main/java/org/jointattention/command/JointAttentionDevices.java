package org.jointattention.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The device report: what computes here, each device tried out, and why there is no GPU. */
@Plugin(
        type = Command.class,
        menuPath = JointAttentionCommand.MENU + "Joint Attention Devices",
        description = "What TensorFlow computes on, each device tried out, and why there is no GPU.")
public final class JointAttentionDevices extends JointAttentionCommand {
    @Parameter(type = ItemIO.OUTPUT, label = "Joint Attention Devices", description = "The report.")
    private String report;

    @Override
    protected void compute() {
        report = PluginEngine.get().devices().describe();
    }
}
