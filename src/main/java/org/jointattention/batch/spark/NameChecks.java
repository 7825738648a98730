package org.jointattention.batch.spark;

import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.jointattention.image.ImageException;
import org.jointattention.image.ImageSize;
import org.jointattention.segmentation.Output;
import scala.Tuple2;

/** Looks at all files of a list before the work: few while executors start, many on them, since the driver cannot hold the names. */
final class NameChecks {
    /** What the driver looks at in less time than executors need to start. */
    private static final long FEW = 2000;

    private static final int SLICES_PER_CORE = 4;
    private static final long MOST_NAMES_PER_SLICE = 100_000;
    private static final int MOST_SHOWN = 10;

    private final JavaSparkContext context;
    private final Stores stores;
    private final NameList names;
    private final long few;

    NameChecks(JavaSparkContext context, Stores stores, NameList names) {
        this(context, stores, names, FEW);
    }

    /** @param few how many names the driver looks at itself */
    NameChecks(JavaSparkContext context, Stores stores, NameList names, long few) {
        this.few = few;
        this.context = context;
        this.stores = stores;
        this.names = names;
    }

    private JavaRDD<NameRange> ranges() {
        long forCores = Math.min(names.count(), (long) SLICES_PER_CORE * context.defaultParallelism());
        long slices = Math.max(forCores, names.count() / MOST_NAMES_PER_SLICE + 1);
        List<NameRange> ranges = new ArrayList<>();
        for (long i = 0; i < slices; i++) {
            ranges.add(names.range(names.count() * i / slices, names.count() * (i + 1) / slices));
        }
        return context.parallelize(ranges, ranges.size());
    }

    /**
     * Refuses results that would replace each other or an input. Upper and lower case count as the same.
     *
     * @throws ImageException naming some of them
     */
    void distinctResults(ResultPlace place, Set<Output> outputs) {
        List<Output> wanted = new ArrayList<>(outputs);
        List<String> clashes = areFew() ? clashesOfFew(place, wanted) : clashesOfMany(place, wanted);
        if (!clashes.isEmpty()) {
            throw new ImageException(
                    "Several images would have the same result, or a result would replace an image:\n  "
                            + String.join("\n  ", clashes)
                            + "\nRename one of them, list each once, or segment them into different folders.");
        }
    }

    private boolean areFew() {
        return names.count() <= few;
    }

    private List<String> fewNames() {
        return names.range(0, names.count()).read(stores);
    }

    private List<String> clashesOfFew(ResultPlace place, List<Output> outputs) {
        Set<String> seen = new HashSet<>();
        return fewNames().stream()
                .flatMap(name -> files(name, place, outputs).stream())
                .filter(file -> !seen.add(file))
                .distinct()
                .limit(MOST_SHOWN)
                .collect(Collectors.toList());
    }

    private List<String> clashesOfMany(ResultPlace place, List<Output> outputs) {
        Stores all = stores;
        return ranges().flatMap(range -> range.read(all).stream()
                        .flatMap(name -> files(name, place, outputs).stream())
                        .iterator())
                .mapToPair(file -> new Tuple2<>(file, 1))
                .reduceByKey(Integer::sum)
                .filter(file -> file._2 > 1)
                .keys()
                .take(MOST_SHOWN);
    }

    /** The results of an image, and the image itself where it might be another's result, in lower case. */
    private static List<String> files(String name, ResultPlace place, List<Output> outputs) {
        List<String> files = new ArrayList<>();
        outputs.forEach(output -> files.add(place.file(name, output).toLowerCase(Locale.ROOT)));
        if (Names.isResult(name)) {
            files.add(name.toLowerCase(Locale.ROOT));
        }
        return files;
    }

    /** As {@link ImageSize#largest}; empty for files that would have to be copied first. */
    OptionalInt longestSide() {
        List<Integer> sides = areFew() ? List.of(longestSide(fewNames())) : sidesOfMany();
        return sides.contains(0)
                ? OptionalInt.empty()
                : sides.stream().mapToInt(Integer::intValue).max();
    }

    private List<Integer> sidesOfMany() {
        Stores all = stores;
        return ranges().map(range -> longestSide(range.read(all))).collect();
    }

    /** 0 if any is unknown. */
    private static int longestSide(List<String> names) {
        int longest = 0;
        for (String name : names) {
            OptionalInt side = Names.isAddress(name)
                    ? OptionalInt.empty()
                    : ImageSize.largest(List.of(Paths.get(name)), Integer.MAX_VALUE);
            if (side.isEmpty()) {
                return 0;
            }
            longest = Math.max(longest, side.getAsInt());
        }
        return longest;
    }
}
