package org.jointattention.command;

import org.jointattention.model.ProgramVersion;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Version, citation and licence. */
@Plugin(
        type = Command.class,
        menuPath = JointAttentionCommand.MENU + "About Joint Attention",
        description = "Version, citation and licence of Joint Attention.")
public final class AboutJointAttention extends JointAttentionCommand {
    @Parameter(type = ItemIO.OUTPUT, label = "About Joint Attention", description = "Version, citation and licence.")
    private String text;

    @Override
    protected void compute() {
        text = String.join(
                "\n",
                ProgramVersion.program() + " for Fiji and ImageJ",
                "Segmentation with a DenseUNet and joint attention, trained and run in Java with TensorFlow.",
                "",
                "Cite: Zhang, Dong, Li: Joint attention for medical image segmentation. ISBI 2022.",
                "Licence: BSD 2-Clause. No warranty; not a medical device.");
    }
}
