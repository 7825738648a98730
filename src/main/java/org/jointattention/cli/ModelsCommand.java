package org.jointattention.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jointattention.model.CardText;
import org.jointattention.model.ListedModel;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;
import org.jointattention.model.ModelFolder;
import org.jointattention.model.ModelSpec;
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
            list(out);
        } else {
            Model model = store.get().resolve(name);
            out.print(CardText.printable(CardText.markdown(model.spec(), model.card())));
        }
        out.flush();
        return 0;
    }

    private void list(PrintWriter out) {
        List<ListedModel> models = new ArrayList<>(store.get().bundled().list());
        if (folder != null) {
            models.addAll(new ModelFolder(folder).list());
        }
        if (models.isEmpty()) {
            out.println("No models found.");
        }
        models.forEach(model -> print(model, out));
    }

    private static void print(ListedModel model, PrintWriter out) {
        out.println(CardText.printable(model.name()));
        model.problem().ifPresent(problem -> item(out, "broken", problem));
        model.spec().ifPresent(spec -> print(spec, out));
        model.card().ifPresent(card -> print(card, out));
    }

    private static void print(ModelSpec spec, PrintWriter out) {
        item(out, "network", spec.backbone() + ", attention " + spec.attention());
        item(out, "input", input(spec) + ", scale " + spec.scale() + ", tile " + spec.tile());
        item(out, "classes", spec.classes().toString());
    }

    private static String input(ModelSpec spec) {
        String channels = spec.imageChannels() + " channel(s)";
        return spec.slices() == 1 ? channels : channels + " of " + spec.slices() + " neighbouring slices";
    }

    private static void print(ModelCard card, PrintWriter out) {
        item(out, "description", card.description());
        item(out, "data", card.data());
        item(out, "licence", card.licence());
        item(out, "attribution", card.attribution());
        card.figures().forEach((figure, value) -> item(out, figure, value));
    }

    private static void item(PrintWriter out, String key, String value) {
        if (!value.isEmpty()) {
            out.println("  " + CardText.printable(key) + ": "
                    + CardText.printable(value).replace("\n", "\n    "));
        }
    }
}
