package org.jointattention.segmentation;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jointattention.engine.Predictor;
import org.jointattention.files.CancelledException;
import org.jointattention.image.RowBlender;
import org.jointattention.image.Symmetry;
import org.jointattention.image.TileGrid;

/** Runs all tiles of one plane through the predictor, while the next batch is prepared on another thread. */
final class TilePipeline {
    private final TileGrid grid;
    private final TileSource source;
    private final Predictor predictor;
    private final RowBlender blender;
    private final List<Symmetry> symmetries;
    private final float[] output;
    private final float[] straightened;

    TilePipeline(
            TileGrid grid,
            TileSource source,
            Predictor predictor,
            RowBlender blender,
            TestTimeAugmentation augmentation) {
        this.grid = grid;
        this.source = source;
        this.predictor = predictor;
        this.blender = blender;
        this.symmetries = augmentation.symmetries();
        int tileLength = predictor.height() * predictor.width() * predictor.classes();
        this.output = new float[Math.multiplyExact(predictor.batch(), tileLength)];
        this.straightened = new float[symmetries.equals(List.of(Symmetry.IDENTITY)) ? 0 : tileLength];
    }

    /** Returns, or throws, only after the preparing thread has ended. */
    void run(Progress progress) {
        try (TileThread preparer = new TileThread()) {
            run(preparer, progress);
        }
    }

    private void run(TileThread preparer, Progress progress) {
        float[] current = newInput();
        float[] spare = newInput();
        Future<float[]> next = prepare(preparer, 0, current);
        for (long job = 0; job < source.jobs(); job += predictor.batch()) {
            checkCancelled(progress);
            current = await(preparer, next);
            next = prepare(preparer, job + predictor.batch(), spare);
            predictor.predict(current, output);
            spare = current;
            long end = Math.min(job + predictor.batch(), source.jobs());
            blend(job, end);
            progress.update(end / symmetries.size(), grid.count());
        }
    }

    private float[] newInput() {
        int tile = predictor.height() * predictor.width() * predictor.channels();
        return new float[Math.multiplyExact(predictor.batch(), tile)];
    }

    private Future<float[]> prepare(TileThread preparer, long job, float[] input) {
        return preparer.submit(() -> source.prepare(job, input));
    }

    private static void checkCancelled(Progress progress) {
        progress.requireGoing();
        if (Thread.currentThread().isInterrupted()) { // a batch that is ready is got without a look at it
            throw new CancelledException("The segmentation was interrupted.");
        }
    }

    private void blend(long firstJob, long endJob) {
        int tileLength = output.length / predictor.batch();
        for (long job = firstJob; job < endJob; job++) {
            long tile = job / symmetries.size();
            blend(tile, (int) (job % symmetries.size()), (int) (job - firstJob) * tileLength);
            if ((job + 1) % ((long) grid.columns() * symmetries.size()) == 0) {
                blender.finishRow(grid.row(tile));
            }
        }
    }

    private void blend(long tile, int transform, int offset) {
        int row = grid.row(tile);
        int column = grid.column(tile);
        Symmetry symmetry = symmetries.get(transform);
        if (symmetry == Symmetry.IDENTITY) {
            blender.add(row, column, output, offset, 1f / symmetries.size());
        } else {
            symmetry.undo(output, offset, straightened, grid.tileHeight(), grid.tileWidth(), predictor.classes());
            blender.add(row, column, straightened, 0, 1f / symmetries.size());
        }
    }

    private static float[] await(TileThread preparer, Future<float[]> future) {
        try {
            return preparer.get(future);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The segmentation was interrupted.");
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error) {
            throw (Error) cause;
        }
        return cause instanceof RuntimeException
                ? (RuntimeException) cause
                : new SegmentationException("The image could not be read: " + cause.getMessage(), cause);
    }
}
