package org.jointattention.command;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jointattention.files.CancelledException;
import org.jointattention.files.FailureReason;
import org.scijava.Cancelable;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;

/**
 * What all commands have in common: a failure becomes one message that says what is wrong and what to do, and the
 * stack trace goes to the log.
 *
 * <p>Where a macro called the command, the macro ends with the message: in Fiji by this class, in plain ImageJ by what
 * called it, which knows its thread. Else, with windows, the message is the reason
 * of a cancelled command, which the host shows in one dialog. Else it is the message of a {@link CommandException}, so
 * that a script ends and its exit status tells the truth.
 *
 * <p>A validater of an input calls {@link #refuse} with what is wrong: a dialog shows it at the field and stays, and a
 * script gets it as any other failure.
 */
public abstract class JointAttentionCommand implements Command, Cancelable {
    /** Where the commands are in the menu. */
    static final String MENU = "Plugins > Segmentation > Joint Attention > ";

    @Parameter
    private LogService log;

    @Parameter
    private StatusService status;

    @Parameter
    private CommandService commands;

    @Parameter
    private RunningCommands running;

    private final Set<String> shown = new HashSet<>();

    private StatusLine line;
    private volatile boolean cancelled;
    private volatile String reason;

    /**
     * Does what the command is for.
     *
     * @throws CancelledException if the user cancelled; what is done stays
     * @throws RuntimeException with a message for the user
     */
    protected abstract void compute();

    @Override
    public final void run() {
        running.begin();
        try {
            if (cancelled) {
                throw new CommandException(reason); // a validater did not accept an input
            }
            compute();
        } catch (CancelledException e) {
            log.debug(e);
            cancel(null);
        } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            fail(e);
        } finally {
            line().end();
            running.end();
        }
    }

    /** Made late: a command is an object before it has its services. */
    private synchronized StatusLine line() {
        if (line == null) {
            line = new StatusLine(status);
        }
        return line;
    }

    private void fail(Throwable failure) {
        CommandFailure described = new CommandFailure(failure);
        if (FailureReason.isUnexpected(failure)) {
            log.error(failure);
        } else {
            log.debug(failure);
        }
        end(described.message(), failure);
    }

    /** Does not accept an input; for its validater. */
    protected final void refuse(String why) {
        if (isHeadless()) {
            throw new CommandException(why); // SciJava would end a cancelled command without a word
        }
        cancel(why);
    }

    private void end(String message, Throwable cause) {
        if (LogPlace.isFiji() && MacroStop.isSomeMacroWaiting()) {
            MacroStop.stop(message);
            cancel(null); // the macro has said it
        } else if (isHeadless()) {
            throw new CommandException(message, cause);
        } else {
            cancel(message);
        }
    }

    /** Progress of this command in the host's progress bar; ESC, which is for all commands at
     * work, and {@link #cancel} end it. */
    protected final CommandProgress progress(String what) {
        return new CommandProgress(what, line(), () -> isCanceled() || IJ.escapePressed());
    }

    /**
     * Offers choices for a text input: for an initializer, where the choices are known only when the program runs.
     *
     * @throws IllegalArgumentException if there is no such input
     */
    protected final void offerChoices(String input, List<String> choices) {
        ChoiceItem.offer(commands.getCommand(getClass()), input, choices);
    }

    /**
     * Offers the models that can be chosen by name.
     *
     * @param chosen what is chosen so far; may be empty
     * @return what is chosen, else the first of them
     */
    protected final String offerModels(String input, String chosen) {
        List<String> names = new ModelChoice().names();
        offerChoices(input, names);
        return chosen.isEmpty() && !names.isEmpty() ? names.get(0) : chosen;
    }

    /** Says something in the log and in the status bar, where it stays unless progress follows. */
    protected final void say(String message) {
        log.info(message);
        line().say(message);
    }

    protected final LogService log() {
        return log;
    }

    /**
     * Puts an output among the open images where the host does not: in batch mode without a user interface no
     * image gets there, and the rest of a macro would not find it.
     */
    protected final ImagePlus open(ImagePlus image) {
        if (isHeadless() && Interpreter.isBatchMode() && WindowManager.getImage(image.getID()) == null) {
            image.show();
        }
        return image;
    }

    /** Says that outputs need no windows where there are any: the user sees elsewhere what they hold. */
    protected final void markShown(String... outputs) {
        if (!isHeadless()) {
            shown.addAll(List.of(outputs));
        }
    }

    /** The names of outputs that the host need not show. */
    final Set<String> shown() {
        return Set.copyOf(shown);
    }

    /** Whether windows and dialogs are out of the question. */
    protected static boolean isHeadless() {
        return MacroStop.hasNoWindows();
    }

    @Override
    public final boolean isCanceled() {
        return cancelled;
    }

    @Override
    public final void cancel(String why) {
        cancelled = true;
        reason = why;
    }

    @Override
    public final String getCancelReason() {
        return reason;
    }
}
