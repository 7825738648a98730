package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jointattention.model.CardText;
import org.jointattention.model.ListedModel;
import org.jointattention.model.Model;
import org.jointattention.model.ModelListing;
import org.jointattention.model.ModelStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the models there are, or prints one model's card. */
@Command(
        name = "models",
        sortOptions = false,
        description = "List the bundled models and those of a folder, or print one model's card.")
public final class ModelsCommand implements Callable<Integer> {
    private final Supplier<ModelStore> store;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A bundled model's name or a model file.")
    private String name;

    @Option(names = "--folder", paramLabel = "DIR", description = "List the model files of this folder, too.")
    private Path folder;

    public ModelsCommand() {
        this(ModelStore::new);
    }

    ModelsCommand(Supplier<ModelStore> store) {
        this.store = store;
    }

    /** Returns 0: a broken file in a folder is listed with its problem, and is no failure of the list. */
    @Override
    public Integer call() {
        if (name != null && folder != null) {
            throw new ParameterException(
                    spec.commandLine(), "Give either NAME or --folder; a model of a folder is named by its file.");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            List<ListedModel> models = models();
            out.println(models.isEmpty() ? "No models found." : ModelListing.text(models));
        } else {
            Model model = store.get().resolve(name);
            out.print(CardText.printable(CardText.markdown(model.spec(), model.card())));
        }
        out.flush();
        return 0;
    }

    private List<ListedModel> models() {
        return folder == null ? store.get().bundled().list() : store.get().list(folder);
    }
}
