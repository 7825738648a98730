package org.jointattention.image.zarr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the values of an array are. Those of 1, 2, 4 and 8 bytes are held as Java's primitives, signed or not. */
public enum DataType {
    UINT8(Primitive.BYTE, 'u'),
    INT8(Primitive.BYTE, 'i'),
    UINT16(Primitive.SHORT, 'u'),
    INT16(Primitive.SHORT, 'i'),
    UINT32(Primitive.INT, 'u'),
    INT32(Primitive.INT, 'i'),
    UINT64(Primitive.LONG, 'u'),
    INT64(Primitive.LONG, 'i'),
    FLOAT32(Primitive.FLOAT, 'f'),
    FLOAT64(Primitive.DOUBLE, 'f');

    private final Primitive primitive;
    private final char kind;

    DataType(Primitive primitive, char kind) {
        this.primitive = primitive;
        this.kind = kind;
    }

    Primitive primitive() {
        return primitive;
    }

    /** Bytes a value. */
    public int bytes() {
        return primitive.bytes();
    }

    boolean isFloat() {
        return kind == 'f';
    }

    boolean isUnsigned() {
        return kind == 'u';
    }

    /** The name in Zarr 3, such as {@code uint16}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in Zarr 2 without its byte order, such as {@code u2}. */
    String code() {
        return "" + kind + bytes();
    }

    static Optional<DataType> ofId(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }

    static Optional<DataType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    static String ids() {
        return Arrays.stream(values()).map(DataType::id).collect(Collectors.joining(", "));
    }

    byte[] encode(Object values, ByteOrder order) {
        ByteBuffer buffer =
                ByteBuffer.allocate(primitive.length(values) * bytes()).order(order);
        primitive.put(values, buffer);
        return buffer.array();
    }

    Object decode(byte[] encoded, ByteOrder order) {
        Object values = primitive.allocate(encoded.length / bytes());
        primitive.get(ByteBuffer.wrap(encoded).order(order), values);
        return values;
    }
}
