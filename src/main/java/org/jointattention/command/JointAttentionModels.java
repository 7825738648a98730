package org.jointattention.command;

import java.awt.Desktop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jointattention.files.WritableFolder;
import org.jointattention.model.CardText;
import org.jointattention.model.Model;
import org.jointattention.model.ModelFolder;
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

    /** Initializer. */
    private void listModels() {
        offerChoices("model", new ModelChoice().names());
    }

    @Override
    protected void compute() {
        switch (action.trim().toLowerCase(Locale.ROOT)) {
            case "list":
                info = list();
                break;
            case "card":
                info = card();
                break;
            case "import":
                info = importModel();
                break;
            case "export":
                info = export();
                break;
            case "open folder":
                info = openFolder();
                break;
            default:
                throw new CommandException("There is no action \"" + action + "\"; use one of "
                        + String.join(", ", LIST, CARD, IMPORT, EXPORT, FOLDER) + ".");
        }
    }

    private String list() {
        return new ModelList(new ModelChoice().list()).text();
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
        boolean needed = path.getPath().trim().isEmpty() || action.equalsIgnoreCase(EXPORT);
        if (needed && model.trim().isEmpty()) {
            throw new CommandException("Choose a model: none is named.");
        }
        return model;
    }

    private Path file(String hint) {
        if (path.getPath().trim().isEmpty()) {
            throw new CommandException("No file is named. " + hint);
        }
        return path.toPath();
    }
}
