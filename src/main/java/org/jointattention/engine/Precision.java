package org.jointattention.engine;

/** The number format that convolutions and matrix products are computed in. */
public enum Precision {
    /** bfloat16 where it is measured to be faster and to agree, else float32. */
    AUTO,
    FLOAT32,
    BFLOAT16
}
