package org.jointattention.command;

/** Where the host shows its users what is logged. */
final class LogPlace {
    private LogPlace() {}

    /** Whether this is Fiji, which runs SciJava commands itself, rather than plain ImageJ. */
    static boolean isFiji() {
        return isThere("net/imagej/legacy/LegacyService.class");
    }

    /** Whether there is a class or other resource of that name. */
    static boolean isThere(String type) {
        return LogPlace.class.getClassLoader().getResource(type) != null;
    }

    /** Such as "Window > Console". */
    static String name() {
        if (!isThere("ij/IJ.class") || MacroStop.hasNoWindows()) {
            return "the console";
        }
        return isFiji() ? "Window > Console" : "the Log window";
    }
}
