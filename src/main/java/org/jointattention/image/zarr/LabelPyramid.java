package org.jointattention.image.zarr;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jointattention.image.ImageException;

/**
 * Labels that are written as an image of OME-Zarr with several resolutions. All blocks of {@link #base()} are written in
 * any order, also by several threads, or by several processes once the first has opened it; {@link #finish} makes the
 * coarser levels and only then the attributes that make it an image. Whoever is interrupted opens it once more in the same
 * way and writes what is {@link #missing()}.
 */
public final class LabelPyramid {
    private static final String STATE = "joint_attention";
    private static final String ORIGIN = "origin";
    private static final String INFO = "info";
    private static final int SMALL = 256;
    private static final String SOURCE = "../../";

    private final Store store;
    private final String path;
    private final String name;
    /** The path of the list that the labels are to be added to; null if they belong to no image. */
    private final String list;

    private final LabelStorage storage;
    private final LabelDescription description;
    private final List<LabelFrame> frames = new ArrayList<>();
    private final List<ChunkedArray> levels = new ArrayList<>();

    private LabelPyramid(
            Store store,
            String parent,
            String name,
            boolean listed,
            LabelFrame frame,
            LabelStorage storage,
            LabelDescription description) {
        this.store = store;
        this.path = Keys.below(parent, name);
        this.name = name;
        this.list = listed ? parent : null;
        this.storage = storage;
        this.description = description;
        start();
        addLevels(frame);
    }

    /**
     * Whether complete labels of the same origin are there.
     *
     * @param path of their group in the store; empty for the store itself
     */
    public static boolean isFinished(Store store, String path, LabelDescription description) {
        return ZarrGroup.find(store, path)
                .filter(group -> group.ome().has(Multiscale.KEY) && Objects.equals(origin(group), description.origin()))
                .isPresent();
    }

    /**
     * What labels are made of, as they were described when they were begun.
     *
     * @param path of their group in the store; empty for the store itself
     * @return empty if there are none that were written by this class
     */
    public static Optional<String> origin(Store store, String path) {
        return ZarrGroup.find(store, path).map(LabelPyramid::origin);
    }

    /**
     * Labels of an image, in the folder {@code labels} of its own, where viewers look for them; in its format.
     *
     * @param level whose pixels are labelled
     * @throws ImageException if labels of this name are there that are finished or of another origin, or they cannot be
     *     written
     */
    public static LabelPyramid within(
            OmeZarrImage image, int level, String name, LabelStorage storage, LabelDescription description) {
        if (!Keys.isSafeName(name) || name.startsWith(".")) {
            throw new ImageException("Labels cannot be called '" + name + "': use letters, digits, - and _.");
        }
        if (storage.format() != image.format()) {
            throw new IllegalArgumentException(
                    "Labels of " + image.name() + " must be of its format, " + image.format());
        }
        return new LabelPyramid(
                image.store(),
                Keys.below(image.path(), LabelMetadata.LABELS),
                name,
                true,
                image.labelFrame(level),
                storage,
                description.withSource(SOURCE));
    }

    /**
     * Labels that are an image of their own.
     *
     * @param path of its group in the store; empty for the store itself
     * @throws ImageException if something is there that is finished or of another origin, or they cannot be written
     */
    public static LabelPyramid separate(
            Store store, String path, LabelFrame frame, LabelStorage storage, LabelDescription description) {
        return new LabelPyramid(store, "", path, false, frame, storage, description);
    }

    /** Makes the group, or finds the unfinished one. */
    private void start() {
        ZarrGroup group = ZarrGroup.find(store, path).orElse(null);
        if (group == null && !store.list(path).isEmpty()) {
            throw taken("something else is there");
        } else if (group == null) {
            new ZarrGroup(store, path, storage.format()).edit(this::addState, ome -> {});
        } else if (group.ome().has(Multiscale.KEY)) {
            throw taken("an image is there");
        } else if (group.format() != storage.format() || !Objects.equals(origin(group), description.origin())) {
            throw taken("unfinished labels are there that were made in another way");
        }
    }

    private ImageException taken(String what) {
        return new ImageException("Cannot write labels to " + store.name(path) + ": " + what
                + ". Remove that folder, or choose another name.");
    }

    private static String origin(ZarrGroup group) {
        return group.attributes()
                .optionalObject(STATE)
                .flatMap(state -> state.optionalText(ORIGIN))
                .orElse(null);
    }

    private void addState(JsonObject attributes) {
        JsonObject state = new JsonObject();
        state.addProperty(ORIGIN, description.origin());
        description.info().ifPresent(text -> state.addProperty(INFO, text));
        attributes.add(STATE, state);
    }

    private void addLevels(LabelFrame base) {
        LabelFrame frame = base;
        addLevel(frame);
        while (frame.longestSide() > SMALL) {
            frame = frame.halved();
            addLevel(frame);
        }
    }

    private void addLevel(LabelFrame frame) {
        String level = Keys.below(path, Integer.toString(levels.size()));
        ZarrArray array = ZarrArray.find(store, level)
                .orElseGet(() ->
                        ZarrArray.create(store, level, storage.format(), new LabelArrayJson(storage, frame).toJson()));
        if (!Arrays.equals(array.shape(), frame.shape())
                || !Arrays.equals(array.chunkShape(), storage.chunkShape(frame.shape()))
                || !Arrays.equals(array.blockShape(), storage.blockShape(frame.shape()))
                || array.type() != storage.type()) {
            throw taken("unfinished labels of another size, type or chunks are there");
        }
        frames.add(frame);
        levels.add(array);
    }

    /** The largest level, whose blocks the caller writes. */
    public ChunkedArray base() {
        return levels.get(0);
    }

    /** All levels, the largest first. */
    public List<ChunkedArray> levels() {
        return List.copyOf(levels);
    }

    /** The numbers of the blocks of {@link #base()} that are still to be written, as {@link BlockGrid#index} takes them. */
    public LongStream missing() {
        return missing(base());
    }

    private static LongStream missing(ChunkedArray array) {
        BlockGrid blocks = array.blocks();
        return LongStream.range(0, blocks.count()).filter(number -> !array.hasBlock(blocks.index(number)));
    }

    /** How many blocks {@link #finish} has to write. */
    public long coarseBlocks() {
        return levels.stream()
                .skip(1)
                .mapToLong(level -> missing(level).count())
                .sum();
    }

    /**
     * Makes the coarser levels, of which blocks that are there stay, and declares the labels.
     *
     * @param afterBlock called after each block; what it throws ends the work, which can go on later
     * @throws IllegalStateException if blocks of the largest level are missing
     * @throws ImageException if something cannot be read or written
     */
    public void finish(Runnable afterBlock) {
        missing().findFirst().ifPresent(number -> {
            throw new IllegalStateException("Block " + number + " of " + base().name() + " was not written.");
        });
        for (int i = 1; i < levels.size(); i++) {
            makeLevel(i, afterBlock);
        }
        new ZarrGroup(store, path, storage.format()).edit(attributes -> {}, metadata()::describe);
        if (list != null) {
            new ZarrGroup(store, list, storage.format()).edit(attributes -> {}, metadata()::enlist);
        }
    }

    private LabelMetadata metadata() {
        return new LabelMetadata(name, storage.format(), frames, description);
    }

    private void makeLevel(int level, Runnable afterBlock) {
        missing(levels.get(level)).forEach(number -> {
            makeBlock(level, number);
            afterBlock.run();
        });
    }

    /**
     * Makes one block of a coarser level, if it is missing. Several processes may do different ones.
     *
     * @param level at least 1; the one before it must be complete
     * @param number of the block, as {@link BlockGrid#index} takes it
     * @throws ImageException if a block of the level before it is missing, or something cannot be read or written
     */
    public void makeBlock(int level, long number) {
        ChunkedArray coarse = levels.get(level);
        long[] index = coarse.blocks().index(number);
        if (!coarse.hasBlock(index)) {
            coarse.writeBlock(new Halving(levels.get(level - 1), coarse).block(index), index);
        }
    }
}
