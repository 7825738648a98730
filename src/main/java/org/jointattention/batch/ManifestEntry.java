package org.jointattention.batch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointattention.engine.Precision;
import org.jointattention.files.FailureReason;
import org.jointattention.image.ClassArea;
import org.jointattention.model.LabelClass;
import org.jointattention.segmentation.FileResult;

/** One line of a manifest: a file, what was done to it by what, and what became of it. */
final class ManifestEntry {
    private static final String DONE = "done";

    private final JsonObject json;

    private ManifestEntry(JsonObject json) {
        this.json = json;
    }

    /**
     * @param folder of the manifest; results lie in or below it
     * @param device that computed
     * @param precision that was used, whatever was asked for
     */
    static ManifestEntry of(
            FileOutcome outcome, FileStamp stamp, BatchJob job, Path folder, String device, Precision precision) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name(outcome.file(), folder));
        addStamp(json, stamp.file().toString(), stamp);
        json.addProperty("model", job.name());
        json.addProperty("weights", job.weights());
        json.add("settings", job.settings());
        json.addProperty("status", outcome.status());
        json.addProperty("seconds", Math.round(outcome.seconds() * 1000) / 1000.0);
        json.addProperty("device", device);
        json.addProperty("precision", precision.name().toLowerCase(Locale.ROOT));
        if (outcome.result().isPresent()) {
            addResult(json, outcome.result().get(), folder);
        }
        outcome.failure().ifPresent(failure -> json.addProperty("error", FailureReason.of(failure)));
        json.addProperty("time", Instant.now().toString());
        return new ManifestEntry(json);
    }

    private static void addStamp(JsonObject json, String file, FileStamp stamp) {
        json.addProperty("file", file);
        json.addProperty("size", stamp.size());
        json.addProperty("modified", stamp.modified().toString());
        json.addProperty("sha256", stamp.sha256());
    }

    private static void addResult(JsonObject json, FileResult result, Path folder) {
        JsonArray files = new JsonArray();
        for (Path file : result.files()) {
            JsonObject entry = new JsonObject();
            addStamp(entry, relative(folder, file), FileStamp.of(file));
            files.add(entry);
        }
        json.add("results", files);
        json.addProperty("pixels", result.pixels());
        JsonArray areas = new JsonArray();
        for (ClassArea area : result.areas()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("class", area.name());
            entry.addProperty("objects", area.objects());
            entry.addProperty("pixels", area.pixels());
            areas.add(entry);
        }
        json.add("areas", areas);
    }

    /** What the results of a file have in common, and those of no other: their folder, and the image's name. */
    static String name(BatchFile file, Path folder) {
        return relative(folder, file.folder().resolve(file.name()));
    }

    /** Written the same on all systems, and valid when the folder was moved. */
    private static String relative(Path folder, Path file) {
        Path base = folder.toAbsolutePath().normalize();
        return base.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /** Empty if the line is torn, or no entry at all. */
    static Optional<ManifestEntry> parse(String line) {
        try {
            ManifestEntry entry = new ManifestEntry(JsonParser.parseString(line).getAsJsonObject());
            entry.check();
            return Optional.of(entry);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            return Optional.empty();
        } catch (NullPointerException | ClassCastException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty(); // a key is missing, or its value of another kind
        }
    }

    /** Asks for all that is read of it. */
    private void check() {
        name();
        stamp();
        weights();
        settings().size();
        precision();
        device();
        seconds();
        result(Paths.get(""));
    }

    String line() {
        return json.toString();
    }

    /** With the stamp of a file that has the same content under another name or time. */
    ManifestEntry with(FileStamp stamp) {
        JsonObject changed = json.deepCopy();
        addStamp(changed, stamp.file().toString(), stamp);
        return new ManifestEntry(changed);
    }

    FileStamp stamp() {
        return stamp(json, Paths.get(""));
    }

    private static FileStamp stamp(JsonObject of, Path folder) {
        return FileStamp.noted(
                folder.resolve(of.get("file").getAsString()),
                of.get("size").getAsLong(),
                Instant.parse(of.get("modified").getAsString()),
                of.get("sha256").getAsString());
    }

    /** See {@link #name(BatchFile, Path)}. */
    String name() {
        return text("name");
    }

    String weights() {
        return text("weights");
    }

    JsonObject settings() {
        return json.getAsJsonObject("settings");
    }

    /** That was used, whatever was asked for. */
    Precision precision() {
        return Precision.valueOf(text("precision").toUpperCase(Locale.ROOT));
    }

    String device() {
        return text("device");
    }

    double seconds() {
        return json.get("seconds").getAsDouble();
    }

    boolean isDone() {
        return text("status").equals(DONE);
    }

    private String text(String key) {
        return json.get(key).getAsString();
    }

    /** Whether all results are there as they were written. @param folder of the manifest */
    boolean hasResults(Path folder) {
        return results(folder).stream().allMatch(noted -> {
            FileStamp now = FileStamp.of(noted.file());
            return noted.isSameFile(now) || noted.hasSameContent(now);
        });
    }

    private List<FileStamp> results(Path folder) {
        List<FileStamp> results = new ArrayList<>();
        json.getAsJsonArray("results").forEach(result -> results.add(stamp(result.getAsJsonObject(), folder)));
        return results;
    }

    /** Empty if it is not done. @param folder of the manifest */
    Optional<FileResult> result(Path folder) {
        return isDone()
                ? Optional.of(new FileResult(files(folder), json.get("pixels").getAsLong(), areas()))
                : Optional.empty();
    }

    private List<Path> files(Path folder) {
        return results(folder).stream().map(FileStamp::file).collect(Collectors.toList());
    }

    private List<ClassArea> areas() {
        List<ClassArea> areas = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("areas")) {
            JsonObject area = element.getAsJsonObject();
            areas.add(new ClassArea(
                    new LabelClass(area.get("class").getAsString(), 0),
                    area.get("objects").getAsLong(),
                    area.get("pixels").getAsLong()));
        }
        return areas;
    }
}
