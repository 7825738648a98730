package org.jointattention.imagej;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import org.jointattention.command.MacroText;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** Makes docs/macros.md of what the commands say of themselves. As a program, it writes that file. */
final class MacroReference {
    static final Path FILE = Paths.get("docs", "macros.md");
    static final String HOW_TO_MAKE =
            "mvn test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test-classpath\n"
                    + "java -cp \"target/test-classes:target/classes:$(cat target/test-classpath)\" "
                    + MacroReference.class.getName();

    private static final String PACKAGE = "org.jointattention.command.";

    /** In the menu's order: what a call may look like. */
    static final Map<String, String> EXAMPLES = new LinkedHashMap<>();

    static {
        EXAMPLES.put("SegmentImage", "model=nuclei output=Labels rois=true");
        EXAMPLES.put("SegmentFolder", "source=/data/cells destination=/data/labels model=nuclei");
        EXAMPLES.put("SegmentZarr", "source=/data/scan.ome.zarr destination=/data/labels model=nuclei");
        EXAMPLES.put(
                "TrainModel", "source=Folders images=/data/images masks=/data/masks saveas=/data/cells.zip minutes=15");
        EXAMPLES.put("LabelsFromRois", "assign=Name origin=[ROI Manager] unlabelled=true");
        EXAMPLES.put("EvaluateSegmentation", "source=Images truth=truth.tif predicted=cells_labels errors=true");
        EXAMPLES.put("InspectAttention", "model=nuclei show=Row pointx=120 pointy=80");
        EXAMPLES.put("JointAttentionModels", "action=Export model=nuclei path=/data/nuclei.zip");
        EXAMPLES.put("JointAttentionDevices", "");
        EXAMPLES.put("AboutJointAttention", "");
        EXAMPLES.put("SegmentImg", "\"pixels\", img, \"model\", \"nuclei\"");
    }

    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "text",
            Integer.class, "whole number",
            Double.class, "number",
            Boolean.class, "true, false",
            ImagePlus.class, "image",
            ResultsTable.class, "table",
            RandomAccessibleInterval.class, "ImgLib2 image",
            Img.class, "ImgLib2 image");

    private static final List<String> INTRODUCTION = List.of(
            "# Macro reference",
            "",
            "All commands with their inputs and outputs. This page is made from the commands themselves; a test keeps it true.",
            "",
            "- A macro runs a command by its label: `run(\"Segment Image...\", \"model=nuclei output=Labels\")`. The recorder"
                    + " (Plugins > Macros > Record...) writes that line.",
            "- A value with blanks is put in brackets: `path=[/my data/cells.zip]`. A tick is `key=true`.",
            "- What is left out has the default below. An image is given by its title; `image` left out is the active image,"
                    + " `model` left out is the first of the list, `nuclei`.",
            "- A failure ends the macro with a message. Without a window, `scripts/imagej --headless macro.ijm` then ends with"
                    + " status 1.",
            "- In Groovy or JavaScript (in Jython with `True`): `command.run(\"org.jointattention.command.SegmentImage\", true, \"image\", imp,"
                    + " \"model\", \"nuclei\").get().getOutput(\"labels\")`, with `#@ CommandService command` on top.");

    private final CommandService commands;
    private final Context context;
    private final List<String> lines = new ArrayList<>();

    MacroReference(Context context) {
        this.context = context;
        commands = context.service(CommandService.class);
    }

    public static void main(String... arguments) throws Exception {
        try (Context context = new Context()) {
            Files.write(FILE, new MacroReference(context).markdown().getBytes(StandardCharsets.UTF_8));
        }
        System.exit(0);
    }

    /** All commands of the project, in the menu's order; those that are not in it come last. */
    List<CommandInfo> commands() {
        List<String> order = new ArrayList<>(EXAMPLES.keySet());
        return commands.getCommands().stream()
                .filter(info -> info.getClassName().startsWith(PACKAGE))
                .sorted(Comparator.comparingInt(info -> order.indexOf(name(info))))
                .collect(Collectors.toList());
    }

    static String name(CommandInfo info) {
        return info.getClassName().substring(PACKAGE.length());
    }

    String markdown() {
        lines.clear();
        lines.addAll(INTRODUCTION);
        commands().forEach(this::add);
        return String.join("\n", lines) + "\n";
    }

    private void add(CommandInfo info) {
        boolean inMenu = !info.getMenuPath().isEmpty();
        lines.add("");
        lines.add("## " + (inMenu ? info.getMenuPath().getLeaf().getName() : info.getLabel()));
        lines.add("");
        lines.add(
                info.getDescription() + " Class `" + info.getClassName() + "`" + (inMenu ? "." : "; not in the menu."));
        addExample(info, inMenu);
        addInputs(info);
        addOutputs(info);
    }

    private void addExample(CommandInfo info, boolean inMenu) {
        String inputs = EXAMPLES.getOrDefault(name(info), "");
        lines.add("");
        lines.add("```");
        if (inMenu) {
            String label = info.getMenuPath().getLeaf().getName();
            lines.add("run(\"" + label + "\"" + (inputs.isEmpty() ? "" : ", \"" + inputs + "\"") + ");");
        } else {
            lines.add("command.run(\"" + info.getClassName() + "\", true, " + inputs + ").get()");
        }
        lines.add("```");
    }

    private void addInputs(CommandInfo info) {
        Module module = RunnableModule.create(context, info).module();
        List<ModuleItem<?>> inputs = new CommandInputs(module).given();
        if (inputs.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("| key | type | default | values | |");
        lines.add("|---|---|---|---|---|");
        inputs.forEach(input -> addRow(
                code(input.getName()), type(input), defaultOf(input, module), values(input), input.getDescription()));
    }

    private void addOutputs(CommandInfo info) {
        lines.add("");
        lines.add("| output | type | |");
        lines.add("|---|---|---|");
        info.outputs().forEach(output -> addRow(code(output.getName()), type(output), output.getDescription()));
    }

    private void addRow(String... cells) {
        lines.add(Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String type(ModuleItem<?> item) {
        Class<?> type = Types.box(item.getType());
        if (type == File.class) {
            return String.valueOf(item.getWidgetStyle()).contains("directory") ? "folder" : "file";
        }
        return TYPES.getOrDefault(type, type.getSimpleName());
    }

    private static String defaultOf(ModuleItem<?> item, Module module) {
        if (CommandInputs.isImage(item)) {
            return "the active image";
        }
        String text = MacroText.value(module.getInput(item.getName()));
        return text.isEmpty() ? "" : quoted(text);
    }

    /** Choices that are made at run time, such as models, are in the description. */
    private static String values(ModuleItem<?> item) {
        List<String> choices = InputText.choices(item);
        if (choices.isEmpty()) {
            return InputText.range(item).replaceFirst("^: ", "");
        }
        return choices.stream().map(MacroReference::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String choice) {
        return code(choice.contains(" ") ? "[" + choice + "]" : choice);
    }
}
