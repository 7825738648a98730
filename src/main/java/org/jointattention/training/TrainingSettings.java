package org.jointattention.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.jointattention.image.FloatPlane;

/** What must be equal to go on from a checkpoint: the plan's decisions and the images. */
final class TrainingSettings {
    private static final int SHOWN = 5;
    private static final String NOTHING = "nothing";

    private final Map<String, String> values = new LinkedHashMap<>();

    private TrainingSettings() {}

    static TrainingSettings of(TrainingPlan plan, Split split) {
        TrainingSettings settings = new TrainingSettings();
        plan.decisions().forEach(decision -> settings.put(decision.name(), decision.value()));
        settings.putAll("training image ", split.train());
        settings.putAll("validation image ", split.validation());
        return settings;
    }

    /** Reads what {@link #toString} wrote. */
    static TrainingSettings parse(String text) {
        TrainingSettings settings = new TrainingSettings();
        for (String line : text.split("\n")) {
            String[] parts = line.split("=", 2);
            settings.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
        return settings;
    }

    private void put(String name, String value) {
        values.put(name, value.replaceAll("\\p{Cntrl}", " "));
    }

    private void putAll(String name, DataSet data) {
        int number = 1;
        for (Sample sample : data.samples()) {
            FloatPlane image = sample.image();
            put(
                    name + number++,
                    sample.name() + " (" + image.width() + "x" + image.height() + " px, checksum " + checksum(sample)
                            + ")");
        }
    }

    /** Of grey values and labels, for a mask may be mended and keep its name. */
    private static String checksum(Sample sample) {
        CRC32 checksum = new CRC32();
        checksum.update(sample.labels());
        float[] values = sample.image().values();
        byte[] bytes = new byte[1 << 14];
        int used = 0;
        for (float value : values) {
            int bits = Float.floatToIntBits(value);
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                bytes[used++] = (byte) (bits >>> shift);
            }
            if (used == bytes.length) {
                checksum.update(bytes, 0, used);
                used = 0;
            }
        }
        checksum.update(bytes, 0, used);
        return Long.toHexString(checksum.getValue());
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The names of the settings that differ. */
    Set<String> changed(TrainingSettings now) {
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.addAll(now.values.keySet());
        names.removeIf(name -> value(name).equals(now.value(name)));
        return names;
    }

    /** What differs, for people; empty if nothing does. */
    String differences(TrainingSettings now) {
        List<String> found = new ArrayList<>();
        for (String name : changed(now)) {
            found.add(name + " was " + value(name).orElse(NOTHING) + ", now "
                    + now.value(name).orElse(NOTHING));
        }
        String shown = String.join("; ", found.subList(0, Math.min(SHOWN, found.size())));
        return found.size() > SHOWN ? shown + "; and " + (found.size() - SHOWN) + " more" : shown;
    }

    /** One setting a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.toString();
    }
}
