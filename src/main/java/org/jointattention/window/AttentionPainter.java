package org.jointattention.window;

import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jointattention.image.FloatPlane;
import org.jointattention.image.HeatImages;
import org.jointattention.segmentation.AttentionRow;
import org.jointattention.segmentation.PlaneAttention;
import org.jointattention.segmentation.Progress;

/** Computes what an {@link AttentionWindow} shows: heat maps to lay over the image, and a line of text. */
final class AttentionPainter {
    private static final double OPACITY = 0.6;

    private final PlaneAttention attention;
    private final Map<String, FloatPlane> gates = new HashMap<>();

    AttentionPainter(PlaneAttention attention) {
        this.attention = attention;
    }

    PlaneAttention attention() {
        return attention;
    }

    /** @throws RuntimeException with a message for the user if the block has no such part, or the pixel is outside */
    Picture paint(AttentionRequest request, Progress progress) {
        return request.isGate() ? gate(request, progress) : row(request);
    }

    private Picture gate(AttentionRequest request, Progress progress) {
        FloatPlane gate = gates.get(request.block().name());
        if (gate == null) {
            gate = attention.gate(request.block(), progress);
            gates.put(request.block().name(), gate);
        }
        double value = gate.get(request.x(), request.y(), 0);
        String text = String.format(
                Locale.ROOT,
                "Gate at %d, %d: %.3f (dark %.3f, bright %.3f)",
                request.x(),
                request.y(),
                value,
                HeatImages.darkest(gate),
                HeatImages.brightest(gate));
        Rectangle all = new Rectangle(gate.width(), gate.height());
        return new Picture(overlay(gate, all, request), text);
    }

    private Picture row(AttentionRequest request) {
        AttentionRow row = attention.row(request.block(), request.x(), request.y());
        String text = String.format(
                Locale.ROOT,
                "Where the network looked for %d, %d; weight of P %.3f",
                request.x(),
                request.y(),
                row.weight());
        return new Picture(overlay(row.tileMap(), row.bounds(), request), text);
    }

    private static Overlay overlay(FloatPlane map, Rectangle bounds, AttentionRequest request) {
        ColorProcessor heat = HeatImages.picture(map);
        heat.setInterpolationMethod(ColorProcessor.NONE);
        ImageRoi roi = new ImageRoi(bounds.x, bounds.y, heat.resize(bounds.width, bounds.height));
        roi.setOpacity(OPACITY);
        PointRoi point = new PointRoi(request.x(), request.y());
        point.setStrokeColor(Color.white);
        Overlay overlay = new Overlay(roi);
        overlay.add(point);
        return overlay;
    }

    /** A heat map and what it says in words. */
    static final class Picture {
        private final Overlay overlay;
        private final String text;

        Picture(Overlay overlay, String text) {
            this.overlay = overlay;
            this.text = text;
        }

        Overlay overlay() {
            return overlay;
        }

        String text() {
            return text;
        }
    }
}
