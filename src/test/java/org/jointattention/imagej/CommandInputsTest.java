package org.jointattention.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import org.jointattention.command.JointAttentionCommand;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * The names of inputs are what users' macros hold: none is renamed or removed without notice. What is added is added
 * here. The menu of plain ImageJ and that of Fiji have the same commands.
 */
public class CommandInputsTest {
    private static final String PACKAGE = "org.jointattention.command.";

    /** Commands and the names of their inputs and outputs. */
    private static final Map<String, String> API = new TreeMap<>();

    static {
        API.put("AboutJointAttention", "-> text");
        API.put(
                "EvaluateSegmentation",
                "source truth predicted truthfolder predictedfolder errors tablefile -> scores overlay");
        API.put("InspectAttention", "image model modelfile block show pointx pointy follow device threads -> gate map");
        API.put("JointAttentionDevices", "-> report");
        API.put("JointAttentionModels", "action model path -> info");
        API.put(
                "SegmentFolder",
                "source destination recursive skipexisting redo model modelfile output overlay tile overlap augment precision"
                        + " device threads -> summary");
        API.put(
                "SegmentImage",
                "image model modelfile output overlay rois table tablefile crop tile overlap augment precision device threads"
                        + " -> labels probabilities objects info");
        API.put(
                "SegmentImg",
                "pixels model modelfile output tile overlap augment precision device threads -> labels probabilities info");
        API.put(
                "SegmentZarr",
                "source level destination within model modelfile tile overlap augment precision device threads -> labels");
        API.put("LabelsFromRois", "image assign origin unlabelled classes -> labels");
        API.put(
                "TrainModel",
                "source images masks picture truth assign origin saveas mode model modelfile classes preset backbone attention"
                        + " slices minutes steps patch batch flips learningrate validation seed preview device threads description"
                        + " -> info");
    }

    private static Context context;
    private static Map<String, CommandInfo> commands;

    @BeforeClass
    public static void findCommands() {
        context = new Context();
        commands = new TreeMap<>();
        for (CommandInfo info : context.service(CommandService.class).getCommands()) {
            if (info.getClassName().startsWith(PACKAGE)) {
                commands.put(info.getClassName().substring(PACKAGE.length()), info);
            }
        }
    }

    @AfterClass
    public static void dispose() {
        context.dispose();
    }

    private static RunnableModule create(CommandInfo info) {
        return RunnableModule.create(context, info);
    }

    private static List<ModuleItem<?>> inputs(CommandInfo info) {
        return new CommandInputs(create(info).module()).given();
    }

    /** What extends DynamicCommand or is a module otherwise has no outputs for CommandService.run. */
    @Test
    public void scriptsGetTheOutputs() {
        commands.forEach((command, info) -> assertTrue(command, create(info).module() instanceof CommandModule));
    }

    private static String names(Iterable<? extends ModuleItem<?>> items) {
        List<String> names = new ArrayList<>();
        items.forEach(item -> names.add(item.getName()));
        return String.join(" ", names);
    }

    @Test
    public void noNameHasChanged() {
        Map<String, String> found = new TreeMap<>();
        commands.forEach(
                (name, info) -> found.put(name, (names(inputs(info)) + " -> " + names(info.outputs())).trim()));
        assertEquals(API.toString().replace(", ", "\n"), found.toString().replace(", ", "\n"));
    }

    @Test
    public void namesAreLettersDistinctAndNoTailOfAnother() {
        commands.forEach((command, info) -> {
            Set<String> seen = new HashSet<>();
            for (ModuleItem<?> input : inputs(info)) {
                String name = input.getName();
                assertTrue(command + "." + name, name.matches("[A-Za-z]+"));
                assertTrue(command + "." + name, seen.add(name.toLowerCase(Locale.ROOT)));
            }
            for (String one : seen) {
                for (String other : seen) {
                    assertFalse(
                            command + ": " + one + ", " + other, one.length() < other.length() && other.endsWith(one));
                }
            }
        });
    }

    @Test
    public void everythingIsDescribed() {
        commands.forEach((command, info) -> {
            assertSentence(command, info.getDescription());
            inputs(info).forEach(input -> assertSentence(command + "." + input.getName(), input.getDescription()));
            info.outputs().forEach(output -> {
                assertSentence(command + "." + output.getName(), output.getDescription());
                assertFalse(
                        command + "." + output.getName() + " has no label",
                        String.valueOf(output.getLabel()).isEmpty());
            });
        });
    }

    private static void assertSentence(String what, String description) {
        assertTrue(what + " has no description", description != null && description.endsWith("."));
    }

    @Test
    public void noDefaultIsNull() {
        commands.forEach((command, info) -> {
            Module module = create(info).module();
            for (ModuleItem<?> input : new CommandInputs(module).given()) {
                boolean pixels = RandomAccessibleInterval.class.isAssignableFrom(input.getType());
                if (!CommandInputs.isImage(input) && !pixels) {
                    assertNotNull(command + "." + input.getName(), module.getInput(input.getName()));
                }
            }
        });
    }

    /** SciJava would remember the empty file as the working folder, and offer that the next time. */
    @Test
    public void filesThatMayBeLeftOutAreNotRemembered() {
        commands.forEach((command, info) -> inputs(info)
                .forEach(input -> assertFalse(
                        command + "." + input.getName() + " needs persist = false",
                        File.class.isAssignableFrom(input.getType()) && !input.isRequired() && input.isPersisted())));
    }

    @Test
    public void bothMenusHaveTheSameCommands() throws IOException {
        Map<String, String> fiji = new LinkedHashMap<>();
        commands.forEach((command, info) -> {
            if (isInMenu(info)) {
                String path = info.getMenuPath().stream()
                        .limit(info.getMenuPath().size() - 1L)
                        .map(entry -> entry.getName())
                        .collect(Collectors.joining(">"));
                fiji.put(info.getMenuPath().getLeaf().getName(), path + " " + info.getClassName());
            }
        });
        assertEquals(new TreeMap<>(fiji).toString(), plainMenu().toString());
    }

    private static boolean isInMenu(CommandInfo info) {
        return info.getMenuPath() != null && !info.getMenuPath().isEmpty();
    }

    private static Map<String, String> plainMenu() throws IOException {
        Map<String, String> menu = new TreeMap<>();
        try (BufferedReader lines = Files.newBufferedReader(Paths.get("plugins.config"), StandardCharsets.UTF_8)) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                MenuLine entry = MenuLine.parse(line).get();
                assertEquals(JointAttentionPlugIn.class.getName(), entry.className());
                menu.put(entry.label(), line.substring(0, line.indexOf(',')) + " " + entry.argument());
            });
        }
        return menu;
    }

    @Test
    public void allHaveTheirFailuresHandled() {
        commands.forEach((command, info) -> {
            if (isInMenu(info)) { // scripts get the exceptions of the others
                assertTrue(command, create(info).module().getDelegateObject() instanceof JointAttentionCommand);
            }
        });
    }
}
