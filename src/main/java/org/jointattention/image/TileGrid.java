package org.jointattention.image;

/**
 * Tiles of one constant size that cover an image with overlap.
 *
 * <p>The first tile lies at 0; the last one is shifted back so that it ends at the image's border, or
 * beyond it by less than the alignment. An image smaller than a tile gets one tile that reaches
 * beyond it; {@link TileReader} mirrors what lies beyond.
 *
 * <p>Tiles are blended by weights that are 0 in the outer quarter of an overlap. So where each output
 * pixel of a network depends on inputs at most a quarter of the overlap away, and the tiles are
 * aligned to the network's stride, the tiles give exactly what the whole image would.
 */
public final class TileGrid {
    private final int width;
    private final int height;
    private final int tileHeight;
    private final int tileWidth;
    private final TileAxis horizontal;
    private final TileAxis vertical;

    /**
     * @param width image width in pixels, at least 1
     * @param height image height in pixels, at least 1
     * @param overlap pixels that neighbouring tiles share at least, 0 to half of a tile
     * @param alignment tiles start at multiples of this, such as a network's stride
     * @throws IllegalArgumentException if a number is out of its range, or the tile is no multiple of
     *     the alignment
     */
    public TileGrid(int width, int height, int tileHeight, int tileWidth, int overlap, int alignment) {
        this.width = atLeastOne("image width", width);
        this.height = atLeastOne("image height", height);
        this.tileHeight = checkTile("tile height", tileHeight, overlap, alignment);
        this.tileWidth = checkTile("tile width", tileWidth, overlap, alignment);
        this.horizontal = new TileAxis(width, tileWidth, overlap, alignment);
        this.vertical = new TileAxis(height, tileHeight, overlap, alignment);
    }

    /**
     * Where the last tile along an axis starts: the least multiple of the alignment from which it reaches the end, 0
     * where one tile is enough.
     */
    public static long lastOrigin(int extent, int tile, int alignment) {
        return extent <= tile ? 0 : TileAxis.roundUp((long) extent - tile, alignment);
    }

    private static int atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The " + what + " is " + value + "; it must be at least 1.");
        }
        return value;
    }

    private static int checkTile(String what, int tile, int overlap, int alignment) {
        atLeastOne(what, tile);
        if (tile % atLeastOne("alignment", alignment) != 0) {
            throw new IllegalArgumentException(
                    "The " + what + " " + tile + " is no multiple of " + alignment + ", the network's stride.");
        }
        if (overlap < 0 || overlap > tile / 2) {
            throw new IllegalArgumentException("The overlap is " + overlap + " pixels; for a " + what + " of " + tile
                    + " it must be 0 to " + tile / 2 + ".");
        }
        return tile;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int tileHeight() {
        return tileHeight;
    }

    public int tileWidth() {
        return tileWidth;
    }

    public int columns() {
        return horizontal.count();
    }

    public int rows() {
        return vertical.count();
    }

    /** Number of tiles. */
    public long count() {
        return (long) columns() * rows();
    }

    /** Column of a tile, counted row by row from the top left. */
    public int column(long tile) {
        return (int) (tile % columns());
    }

    /** Row of a tile, counted row by row from the top left. */
    public int row(long tile) {
        return (int) (tile / columns());
    }

    /** Left border, in image pixels, of the tiles of a column. */
    public int x(int column) {
        return horizontal.origin(column);
    }

    /** Upper border, in image pixels, of the tiles of a row. */
    public int y(int row) {
        return vertical.origin(row);
    }

    /** How much a tile counts at one of its pixels; over all tiles that cover a pixel the sum is 1. */
    public float weight(int row, int column, int tileY, int tileX) {
        return vertical.weights(row)[tileY] * horizontal.weights(column)[tileX];
    }

    float[] columnWeights(int column) {
        return horizontal.weights(column);
    }

    float[] rowWeights(int row) {
        return vertical.weights(row);
    }
}
