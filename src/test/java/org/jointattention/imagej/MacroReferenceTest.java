package org.jointattention.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointattention.command.MacroText;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

/** The page of the documentation says what the commands say, and its examples can be run. */
public class MacroReferenceTest {
    private static Context context;
    private static MacroReference reference;

    @BeforeClass
    public static void read() {
        context = new Context();
        reference = new MacroReference(context);
    }

    @AfterClass
    public static void dispose() {
        context.dispose();
    }

    @Test
    public void thePageIsThatOfTheCommands() throws IOException {
        String page = new String(Files.readAllBytes(MacroReference.FILE), StandardCharsets.UTF_8).replace("\r", "");
        assertEquals(
                MacroReference.FILE + " is not what the commands say. Make it anew:\n" + MacroReference.HOW_TO_MAKE
                        + "\n",
                reference.markdown(),
                page);
    }

    @Test
    public void everyCommandHasAnExample() {
        assertEquals(
                reference.commands().stream().map(MacroReference::name).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(MacroReference.EXAMPLES.keySet()));
    }

    @Test
    public void examplesHaveInputsAndValuesThatThereAre() {
        for (CommandInfo info : reference.commands()) {
            String example = MacroReference.EXAMPLES.get(MacroReference.name(info));
            if (!info.getMenuPath().isEmpty()) {
                check(info, new MacroOptions(example));
            }
        }
    }

    private static void check(CommandInfo info, MacroOptions example) {
        Map<String, ModuleItem<?>> inputs = new CommandInputs(
                        RunnableModule.create(context, info).module())
                .given().stream().collect(Collectors.toMap(item -> MacroText.key(item.getName()), Function.identity()));
        assertTrue(info + " " + example.words(), example.words().isEmpty());
        for (String key : example.keys()) {
            assertTrue(info + " has no " + key, inputs.containsKey(key));
            assertFalse(InputText.parse(inputs.get(key), example.value(key).get())
                    .toString()
                    .isEmpty());
        }
    }
}
