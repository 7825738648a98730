package org.jointattention.command;

import java.awt.Desktop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.jointattention.files.WritableFolder;
import org.jointattention.model.CardText;
import org.jointattention.model.Model;
import org.jointattention.model.ModelFolder;
import org.jointattention.model.ModelListing;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lists the models, shows one's card, and takes models in and out. */
@Plugin(
        type = Command.class,
        menuPath = JointAttentionCommand.MENU + "Joint Attention Models...",
        description =
                "Lists the models there are, shows a model's card (data, licence, figures), and imports and exports"
                        + " model files.")
public final class JointAttentionModels extends JointAttentionCommand {
    private static final String LIST = "List";
    private static final String CARD = "Card";
    private static final String IMPORT = "Import";
    private static final String EXPORT = "Export";
    private static final String FOLDER = "Open folder";

    @Parameter(
            label = "Action",
            choices = {LIST, CARD, IMPORT, EXPORT, FOLDER},
            description = "List all models; show the card of one; import a model file into the folder of your models;"
                    + " export a model to a file; open the folder.")
    private String action = LIST;

    @Parameter(
            label = "Model",
            required = false,
            initializer = "listModels",
            description = "Of Card and Export: a bundled model or one of yours.")
    private String model = "";

    @Parameter(
            label = "File",
            required = false,
            persist = false,
            description =
                    "Of Import: the model file. Of Export: the new file, or a folder. Of Card: a model file instead"
                            + " of the model above.")
    private File path = new File("");

    @Parameter(
            type = ItemIO.OUTPUT,
            label = "Joint Attention Models",
            description = "The list, the card, or what was done.")
    private String info;

    /** Offers the models by name. */
    private void listModels() {
        offerModels("model", model);
    }

    @Override
    protected void compute() {
        action = Choice.of("action", action, LIST, CARD, IMPORT, EXPORT, FOLDER);
        switch (action) {
            case LIST:
                info = list();
                break;
            case CARD:
                info = card();
                break;
            case IMPORT:
                info = importModel();
                break;
            case EXPORT:
                info = export();
                break;
            default:
                info = openFolder();
        }
    }

    private String list() {
        return ModelListing.text(new ModelChoice().list());
    }

    private String card() {
        Model found = new ModelChoice().resolve(named(), path);
        return CardText.markdown(found.spec(), found.card());
    }

    private String importModel() {
        Path copy = new ModelFolder(folder()).importFile(file("Name the model file that is to be imported."));
        return "The model is " + copy + ". Choose it as \"" + copy.getFileName() + "\".";
    }

    private String export() {
        Path target = file("Name the file, or the folder, that the model is to be exported to.");
        return "The model is exported to " + new ModelChoice().export(named(), target) + ".";
    }

    private String openFolder() {
        Path folder = folder();
        if (isHeadless() || !Desktop.isDesktopSupported()) {
            return "The folder of your models is " + folder + ".";
        }
        try {
            WritableFolder.prepare(folder);
            Desktop.getDesktop().open(folder.toFile());
        } catch (IOException | UnsupportedOperationException e) {
            throw new CommandException("The folder " + folder + " cannot be opened: " + e.getMessage(), e);
        }
        return "The folder of your models is " + folder + ".";
    }

    private static Path folder() {
        return new HostFolders().models();
    }

    private String named() {
        boolean needed = ChosenFile.isNone(path) || action.equals(EXPORT);
        if (needed && model.trim().isEmpty()) {
            throw new CommandException("Choose a model: none is named.");
        }
        return model;
    }

    private Path file(String hint) {
        return ChosenFile.require(path, "No file is named. " + hint);
    }
}
