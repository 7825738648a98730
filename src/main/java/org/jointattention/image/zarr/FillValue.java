package org.jointattention.image.zarr;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jointattention.files.FailureReason;

/** Reads the value that absent chunks have, as the bits of it. */
final class FillValue {
    private static final String KEY = "fill_value";
    private static final int LARGEST_DIGITS = 20;

    private final Json json;
    private final DataType type;

    private FillValue(Json json, DataType type) {
        this.json = json;
        this.type = type;
    }

    /** The bits of the value, 0 where none is given. */
    static long bits(Json json, DataType type) {
        JsonElement value = json.raw(KEY);
        return value == null ? 0 : new FillValue(json, type).bits(value);
    }

    private long bits(JsonElement value) {
        try {
            if (Json.isText(value)) {
                return text(value.getAsString());
            } else if (Json.isNumber(value)) {
                return type.isFloat() ? bits(value.getAsDouble()) : whole(value.getAsBigDecimal());
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw unfit();
        }
        throw unfit();
    }

    private RuntimeException unfit() {
        return json.refuse(
                "the fill_value " + FailureReason.shortened(json.raw(KEY).toString()) + " is no value of " + type.id()
                        + ". Correct it, or convert the data with another program.");
    }

    private long text(String text) {
        if (text.matches("0x[0-9a-fA-F]{1,16}") && text.length() == 2 + 2 * type.bytes()) {
            return Long.parseUnsignedLong(text.substring(2), 16);
        } else if (type.isFloat() && text.matches("NaN|-?Infinity")) {
            return bits(Double.parseDouble(text));
        }
        throw unfit();
    }

    private long bits(double value) {
        return type == DataType.FLOAT32 ? Float.floatToIntBits((float) value) : Double.doubleToLongBits(value);
    }

    private long whole(BigDecimal value) {
        if (value.precision() - (long) value.scale() > LARGEST_DIGITS) {
            throw unfit(); // and not a number of a billion digits
        }
        BigInteger integer = value.toBigIntegerExact();
        int bits = type.bytes() * Byte.SIZE;
        boolean fits =
                type.isUnsigned() ? integer.signum() >= 0 && integer.bitLength() <= bits : integer.bitLength() < bits;
        if (!fits) {
            throw unfit();
        }
        return integer.longValue();
    }
}
