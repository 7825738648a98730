package org.jointattention.engine;

/** Which device the user wants. */
public enum DeviceChoice {
    /** The GPU where there is one, else the CPU. */
    AUTO,
    /** The CPU, even where there is a GPU. */
    CPU,
    /** A GPU, or an error that says why there is none. */
    GPU
}
