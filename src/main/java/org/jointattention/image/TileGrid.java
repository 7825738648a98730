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
        this.tileHeight = checkTile("tile height", tileHeight, overlap, alignment);
        this.tileWidth = checkTile("tile width", tileWidth, overlap, alignment);
        this.horizontal = new TileAxis(atLeastOne("image width", width), tileWidth, overlap, alignment);
        this.vertical = new TileAxis(atLeastOne("image height", height), tileHeight, overlap, alignment);
    }

    private TileGrid(int tileHeight, int tileWidth, TileAxis horizontal, TileAxis vertical) {
        this.tileHeight = tileHeight;
        this.tileWidth = tileWidth;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /**
     * The tiles of this grid that count in a region, as a grid of their own: blended, they give there, to the bit, what
     * this grid gives. Its pixels begin at {@link #left} and {@link #top}; those outside of the region are not complete.
     */
    public TileGrid covering(Region region) {
        return new TileGrid(
                tileHeight,
                tileWidth,
                horizontal.covering(region.x(), (int) region.right()),
                vertical.covering(region.y(), (int) region.bottom()));
    }

    /** The column of the image that is column 0 of this grid; 0 but for a grid that covers a region. */
    public int left() {
        return horizontal.start();
    }

    /** The row of the image that is row 0 of this grid; 0 but for a grid that covers a region. */
    public int top() {
        return vertical.start();
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

    /** Pixels of the image that the tiles reach to. */
    public int width() {
        return horizontal.extent();
    }

    public int height() {
        return vertical.extent();
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
