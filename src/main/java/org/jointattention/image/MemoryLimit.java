package org.jointattention.image;

/** Refuses images that cannot fit into Java's memory before anything is allocated for them. */
final class MemoryLimit {
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;
    private static final double MIB = 1 << 20;

    private MemoryLimit() {}

    /** @throws Exceeded if a plane of this size has more pixels than an array holds, or bytes than Java's memory */
    static void check(int width, int height, int bytesPerPixel) {
        checkArray(width, height);
        long bytes = (long) width * height * bytesPerPixel;
        if (bytes > Runtime.getRuntime().maxMemory()) {
            throw new Exceeded("it declares " + width + "x" + height + " pixels; " + message(bytes));
        }
    }

    /** @throws Exceeded if a plane of this size has more pixels than an array holds */
    static void checkArray(int width, int height) {
        if ((long) width * height > LARGEST_ARRAY) {
            throw new Exceeded("it declares " + width + "x" + height
                    + " pixels, more than ImageJ can hold. If that is not its size, it is damaged: copy it again from"
                    + " its source; else cut it into parts, or convert it to OME-Zarr.");
        }
    }

    static String message(long bytes) {
        return String.format(
                "it needs %.0f MiB, but Java may use %.0f MiB. Give Java more memory (Edit > Options >"
                        + " Memory & Threads..., or --heap before a command), or crop the image.",
                Math.ceil(bytes / MIB), Runtime.getRuntime().maxMemory() / MIB);
    }

    /** The image is too large; the message says how large, and what to do. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message);
        }
    }
}
