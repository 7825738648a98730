package org.jointattention.image.zarr;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The arrays of Java that values are held in, one constant a kind of array, as their elements have no common type. */
enum Primitive {
    BYTE(1) {
        @Override
        Object allocate(int length) {
            return new byte[length];
        }

        @Override
        int length(Object array) {
            return ((byte[]) array).length;
        }

        @Override
        void put(Object array, ByteBuffer buffer) {
            buffer.put((byte[]) array);
        }

        @Override
        void get(ByteBuffer buffer, Object array) {
            buffer.get((byte[]) array);
        }

        @Override
        void fill(Object array, long bits) {
            Arrays.fill((byte[]) array, (byte) bits);
        }

        @Override
        long bits(Object array, int index) {
            return ((byte[]) array)[index];
        }

        @Override
        void gather(Object source, int from, int step, Object target, int to, int count) {
            for (int i = 0; i < count; i++) {
                ((byte[]) target)[to + i] = ((byte[]) source)[from + i * step];
            }
        }
    },
    SHORT(2) {
        @Override
        Object allocate(int length) {
            return new short[length];
        }

        @Override
        int length(Object array) {
            return ((short[]) array).length;
        }

        @Override
        void put(Object array, ByteBuffer buffer) {
            buffer.asShortBuffer().put((short[]) array);
        }

        @Override
        void get(ByteBuffer buffer, Object array) {
            buffer.asShortBuffer().get((short[]) array);
        }

        @Override
        void fill(Object array, long bits) {
            Arrays.fill((short[]) array, (short) bits);
        }

        @Override
        long bits(Object array, int index) {
            return ((short[]) array)[index];
        }

        @Override
        void gather(Object source, int from, int step, Object target, int to, int count) {
            for (int i = 0; i < count; i++) {
                ((short[]) target)[to + i] = ((short[]) source)[from + i * step];
            }
        }
    },
    INT(4) {
        @Override
        Object allocate(int length) {
            return new int[length];
        }

        @Override
        int length(Object array) {
            return ((int[]) array).length;
        }

        @Override
        void put(Object array, ByteBuffer buffer) {
            buffer.asIntBuffer().put((int[]) array);
        }

        @Override
        void get(ByteBuffer buffer, Object array) {
            buffer.asIntBuffer().get((int[]) array);
        }

        @Override
        void fill(Object array, long bits) {
            Arrays.fill((int[]) array, (int) bits);
        }

        @Override
        long bits(Object array, int index) {
            return ((int[]) array)[index];
        }

        @Override
        void gather(Object source, int from, int step, Object target, int to, int count) {
            for (int i = 0; i < count; i++) {
                ((int[]) target)[to + i] = ((int[]) source)[from + i * step];
            }
        }
    },
    LONG(8) {
        @Override
        Object allocate(int length) {
            return new long[length];
        }

        @Override
        int length(Object array) {
            return ((long[]) array).length;
        }

        @Override
        void put(Object array, ByteBuffer buffer) {
            buffer.asLongBuffer().put((long[]) array);
        }

        @Override
        void get(ByteBuffer buffer, Object array) {
            buffer.asLongBuffer().get((long[]) array);
        }

        @Override
        void fill(Object array, long bits) {
            Arrays.fill((long[]) array, bits);
        }

        @Override
        long bits(Object array, int index) {
            return ((long[]) array)[index];
        }

        @Override
        void gather(Object source, int from, int step, Object target, int to, int count) {
            for (int i = 0; i < count; i++) {
                ((long[]) target)[to + i] = ((long[]) source)[from + i * step];
            }
        }
    },
    FLOAT(4) {
        @Override
        Object allocate(int length) {
            return new float[length];
        }

        @Override
        int length(Object array) {
            return ((float[]) array).length;
        }

        @Override
        void put(Object array, ByteBuffer buffer) {
            buffer.asFloatBuffer().put((float[]) array);
        }

        @Override
        void get(ByteBuffer buffer, Object array) {
            buffer.asFloatBuffer().get((float[]) array);
        }

        @Override
        void fill(Object array, long bits) {
            Arrays.fill((float[]) array, Float.intBitsToFloat((int) bits));
        }

        @Override
        long bits(Object array, int index) {
            return Float.floatToRawIntBits(((float[]) array)[index]);
        }

        @Override
        void gather(Object source, int from, int step, Object target, int to, int count) {
            for (int i = 0; i < count; i++) {
                ((float[]) target)[to + i] = ((float[]) source)[from + i * step];
            }
        }
    },
    DOUBLE(8) {
        @Override
        Object allocate(int length) {
            return new double[length];
        }

        @Override
        int length(Object array) {
            return ((double[]) array).length;
        }

        @Override
        void put(Object array, ByteBuffer buffer) {
            buffer.asDoubleBuffer().put((double[]) array);
        }

        @Override
        void get(ByteBuffer buffer, Object array) {
            buffer.asDoubleBuffer().get((double[]) array);
        }

        @Override
        void fill(Object array, long bits) {
            Arrays.fill((double[]) array, Double.longBitsToDouble(bits));
        }

        @Override
        long bits(Object array, int index) {
            return Double.doubleToRawLongBits(((double[]) array)[index]);
        }

        @Override
        void gather(Object source, int from, int step, Object target, int to, int count) {
            for (int i = 0; i < count; i++) {
                ((double[]) target)[to + i] = ((double[]) source)[from + i * step];
            }
        }
    };

    private final int bytes;

    Primitive(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    abstract Object allocate(int length);

    abstract int length(Object array);

    abstract void put(Object array, ByteBuffer buffer);

    abstract void get(ByteBuffer buffer, Object array);

    /** @param bits of one value; for less than 8 bytes the lower ones */
    abstract void fill(Object array, long bits);

    /** The bits of a value; for less than 8 bytes the lower ones, the sign repeated above them. */
    abstract long bits(Object array, int index);

    /** Copies values that lie {@code step} apart to a run. */
    abstract void gather(Object source, int from, int step, Object target, int to, int count);
}
