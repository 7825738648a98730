package org.jointattention.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.scijava.module.AbstractModuleInfo;
import org.scijava.module.DefaultMutableModuleItem;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;

public class InputTextTest {
    /** Inputs need a command; nothing is asked of it. */
    private static final ModuleInfo COMMAND = new AbstractModuleInfo() {
        @Override
        public String getDelegateClassName() {
            return "";
        }

        @Override
        public Class<?> loadDelegateClass() {
            return Object.class;
        }

        @Override
        public Module createModule() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void parseParameters() {}
    };

    private static Object choose(String text) {
        DefaultMutableModuleItem<String> item = new DefaultMutableModuleItem<>(COMMAND, "model", String.class);
        item.setChoices(List.of("nuclei", "mine.zip", "Nuclei.zip"));
        return InputText.parse(item, text);
    }

    @Test
    public void aModelFileMayBeCalledWithoutItsExtension() {
        assertEquals("mine.zip", choose("mine"));
        assertEquals("mine.zip", choose("Mine.zip"));
        assertEquals("a choice of that name goes before", "nuclei", choose("NUCLEI"));
        assertEquals("Nuclei.zip", choose("nuclei.zip"));
        String message =
                assertThrows(InputException.class, () -> choose("your")).getMessage();
        assertTrue(message, message.contains("'your' is none of the choices: nuclei, mine.zip"));
    }
}
