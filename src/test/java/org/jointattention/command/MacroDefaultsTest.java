package org.jointattention.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.Macro;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.prefs.PrefService;

/** As Fiji prepares a command that a macro calls: SciJava's own steps, with a value of a dialog remembered. */
public class MacroDefaultsTest {
    private static final String REMEMBERED = "steps";

    private final Context context = new Context();

    @Before
    public void rememberSomething() {
        Module module = module();
        ModuleItem<Integer> steps = item(module);
        context.service(ModuleService.class).save(steps, 77);
    }

    @After
    public void forget() {
        context.service(PrefService.class).clear(TrainModel.class);
        context.dispose();
    }

    private Module module() {
        return context.service(ModuleService.class)
                .createModule(context.service(CommandService.class).getCommand(TrainModel.class));
    }

    @SuppressWarnings("unchecked")
    private static ModuleItem<Integer> item(Module module) {
        return (ModuleItem<Integer>) (ModuleItem<?>) module.getInfo().getInput(REMEMBERED);
    }

    /** What is known of the inputs when a dialog would ask for the rest. */
    private Module prepared(String options) throws Exception {
        Module module = module();
        module.setInput("minutes", 3.0);
        module.resolveInput("minutes");
        onMacroThread(() -> {
            Macro.setOptions(options);
            List<PreprocessorPlugin> steps =
                    context.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class);
            for (PreprocessorPlugin step : steps) {
                step.process(module);
                assertFalse(step + ": " + step.getCancelReason(), step.isCanceled());
            }
            return null;
        });
        return module;
    }

    /** ImageJ keeps options by thread, and only for those of macros. */
    private static void onMacroThread(Callable<Void> work) throws Exception {
        FutureTask<Void> task = new FutureTask<>(work);
        new Thread(task, "Run$_test").start();
        task.get();
    }

    @Test
    public void aMacroGetsTheDefaultsOfWhatItLeavesOut() throws Exception {
        Module module = prepared("minutes=3");
        assertEquals(0, module.getInput(REMEMBERED));
        assertEquals(3.0, module.getInput("minutes"));
        for (ModuleItem<?> input : module.getInfo().inputs()) {
            assertTrue(input.getName() + " would be asked for", module.isInputResolved(input.getName()));
        }
    }

    @Test
    public void withoutAMacroTheDialogRemembers() throws Exception {
        Module module = prepared(null);
        assertEquals(77, module.getInput(REMEMBERED));
        assertFalse(module.isInputResolved(REMEMBERED));
    }
}
