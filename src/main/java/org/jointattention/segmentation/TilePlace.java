package org.jointattention.segmentation;

import java.awt.Rectangle;
import org.jointattention.image.Mirror;
import org.jointattention.image.TileGrid;

/**
 * Where the tile lies that shows one pixel best: the pixel as near to its middle as the image allows, at a multiple of
 * the network's stride and nowhere before the image's left and upper border, as tiles of a segmentation are.
 *
 * <p>The tile counts in pixels of the plane that the network sees, which may be the image resized.
 */
final class TilePlace {
    private final Axis horizontal;
    private final Axis vertical;

    TilePlace(Axis horizontal, Axis vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** Left border of the tile in the plane. */
    int x() {
        return horizontal.origin;
    }

    /** Upper border of the tile in the plane. */
    int y() {
        return vertical.origin;
    }

    /** Column of the pixel in the tile. */
    int pixelX() {
        return horizontal.pixel - horizontal.origin;
    }

    /** Row of the pixel in the tile. */
    int pixelY() {
        return vertical.pixel - vertical.origin;
    }

    int tileWidth() {
        return horizontal.tile;
    }

    int tileHeight() {
        return vertical.tile;
    }

    /** Columns of the tile that lie in the plane. */
    int visibleWidth() {
        return horizontal.visible();
    }

    int visibleHeight() {
        return vertical.visible();
    }

    int visible() {
        return visibleWidth() * visibleHeight();
    }

    /** The column within the visible part that a column of the tile shows, mirrored where it lies beyond. */
    int visibleX(int tileX) {
        return horizontal.visible(tileX);
    }

    int visibleY(int tileY) {
        return vertical.visible(tileY);
    }

    int imageWidth() {
        return horizontal.image;
    }

    int imageHeight() {
        return vertical.image;
    }

    /** The visible part in pixels of the image. */
    Rectangle bounds() {
        int left = horizontal.toImage(x());
        int top = vertical.toImage(y());
        int right = horizontal.toImage(x() + visibleWidth());
        int bottom = vertical.toImage(y() + visibleHeight());
        return new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    /** One axis of the tile. */
    static final class Axis {
        private final int image;
        private final int extent;
        private final int tile;
        private final int pixel;
        private final int origin;

        /**
         * @param image pixels of the image
         * @param extent pixels of the plane, the image resized
         * @param position of the pixel in the image, 0 to image - 1
         */
        Axis(int image, int extent, int tile, int stride, int position) {
            this.image = image;
            this.extent = extent;
            this.tile = tile;
            this.pixel = (int) ((2L * position + 1) * extent / (2L * image)); // below the middle of the pixel
            int last = Math.toIntExact(TileGrid.lastOrigin(extent, tile, stride));
            int centred = Math.floorDiv(pixel - tile / 2 + stride / 2, stride) * stride;
            this.origin = Math.min(last, Math.max(0, centred));
        }

        private int visible() {
            return Math.min(tile, extent - origin);
        }

        private int visible(int offset) {
            return Math.max(0, Mirror.index(origin + offset, extent) - origin);
        }

        private int toImage(int planePosition) {
            return (int) Math.round((double) planePosition * image / extent);
        }
    }
}
