package org.jointattention.segmentation;

import java.awt.Rectangle;
import org.jointattention.engine.AttentionBlock;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.Resampler;

/**
 * Where a network looked for one pixel: the row of P that belongs to the pixel's position in an attention block,
 * divided by its sum.
 *
 * <p>The row covers one tile. What a tile shows beyond the image's border is mirrored from within, and so are the row's
 * values there: all of the row lies in the image.
 */
public final class AttentionRow {
    private final AttentionBlock block;
    private final int gridX;
    private final int gridY;
    private final double weight;
    /** The row divided by its sum, block height x block width; all 0 where the sum is. */
    private final float[] shares;

    private final TilePlace place;

    /** @param row block height x block width values of P */
    AttentionRow(AttentionBlock block, int gridX, int gridY, float[] row, TilePlace place) {
        this.block = block;
        this.gridX = gridX;
        this.gridY = gridY;
        this.place = place;
        this.weight = sum(row);
        this.shares = new float[row.length];
        for (int i = 0; i < row.length && weight != 0; i++) {
            shares[i] = (float) (row[i] / weight);
        }
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    public AttentionBlock block() {
        return block;
    }

    /** The pixel's column in the block's grid. */
    public int gridX() {
        return gridX;
    }

    /** The pixel's row in the block's grid. */
    public int gridY() {
        return gridY;
    }

    /**
     * The sum of the row of P: how much the position takes from all positions. 1 for self-attention; for joint attention
     * the part that is left to P, which may be 0, or negative where gamma_p is.
     */
    public double weight() {
        return weight;
    }

    /** The part of the image that the tile covers, in pixels of the image. */
    public Rectangle bounds() {
        return place.bounds();
    }

    /**
     * The share of every pixel of the {@link #bounds} at the size that the network works at: the share of a position,
     * spread evenly over its pixels; their sum is 1.
     */
    public FloatPlane tileMap() {
        FloatPlane map = new FloatPlane(place.visibleWidth(), place.visibleHeight(), 1, new float[place.visible()]);
        double pixels = (double) place.tileWidth() / block.width() * place.tileHeight() / block.height();
        for (int y = 0; y < place.tileHeight(); y++) {
            int row = y * block.height() / place.tileHeight() * block.width();
            int target = place.visibleY(y) * map.width();
            for (int x = 0; x < place.tileWidth(); x++) {
                map.values()[target + place.visibleX(x)] +=
                        (float) (shares[row + x * block.width() / place.tileWidth()] / pixels);
            }
        }
        return map;
    }

    /** As {@link #tileMap}, in pixels of the image: as large as it, and 0 outside of the tile. */
    public FloatPlane map() {
        Rectangle bounds = bounds();
        FloatPlane tile = Resampler.resize(tileMap(), bounds.width, bounds.height);
        double total = sum(tile.values());
        float[] values = new float[PlaneSize.check(place.imageWidth(), place.imageHeight())];
        for (int y = 0; y < bounds.height; y++) {
            for (int x = 0; x < bounds.width && total != 0; x++) {
                values[(bounds.y + y) * place.imageWidth() + bounds.x + x] = (float) (tile.get(x, y, 0) / total);
            }
        }
        return new FloatPlane(place.imageWidth(), place.imageHeight(), 1, values);
    }
}
