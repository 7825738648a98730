package org.jointattention.image;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A picture of curves with legend, axes and title, in panels one above the other; needs no display.
 *
 * <pre>{@code
 * new LineChart("Training", Arrays.asList(
 *         new LineChart.Panel("Epoch", "Loss", Arrays.asList(new LineChart.Series("training", epochs, losses)))))
 *     .save(Paths.get("history.png"));
 * }</pre>
 */
public final class LineChart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 640;
    private static final int TITLE_HEIGHT = 40;
    private static final float LINE_WIDTH = 2.5f;
    private static final int[] COLOURS = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9}; // Okabe-Ito
    private static final String FONT = Font.SANS_SERIF;

    private final String title;
    private final List<Panel> panels;

    /** @param panels at least one, from top to bottom */
    public LineChart(String title, List<Panel> panels) {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("A chart needs at least one panel.");
        }
        this.title = Objects.requireNonNull(title);
        this.panels = Collections.unmodifiableList(new ArrayList<>(panels));
    }

    /** The picture, RGB. */
    public ImagePlus draw() {
        return draw(WIDTH, HEIGHT);
    }

    /** The picture, RGB, in a size of its own; at least some hundred pixels each way to be legible. */
    public ImagePlus draw(int width, int height) {
        ImageProcessor picture = new ColorProcessor(width, height);
        picture.setColor(Color.white);
        picture.fill();
        picture.setAntialiasedText(true);
        picture.setColor(Color.black);
        picture.setFont(new Font(FONT, Font.BOLD, 18));
        picture.setJustification(ImageProcessor.CENTER_JUSTIFY);
        picture.drawString(title, width / 2, 32);
        int panelHeight = (height - TITLE_HEIGHT) / panels.size();
        for (int i = 0; i < panels.size(); i++) {
            picture.insert(draw(panels.get(i), width, panelHeight), 0, TITLE_HEIGHT + i * panelHeight);
        }
        return new ImagePlus(title, picture);
    }

    /** Writes the picture as PNG. */
    public void save(Path file) {
        ImageFiles.savePng(draw(), file);
    }

    private static ImageProcessor draw(Panel panel, int width, int height) {
        Plot plot = new Plot("", panel.xLabel, panel.yLabel);
        plot.setFormatFlags(Plot.X_NUMBERS | Plot.Y_NUMBERS | Plot.X_TICKS | Plot.Y_TICKS | Plot.X_GRID | Plot.Y_GRID);
        plot.setSize(width, height);
        plot.setMaxIntervals(12);
        plot.setBackgroundColor(Color.white);
        plot.setAntialiasedText(true);
        plot.setFont(new Font(FONT, Font.PLAIN, 14));
        plot.setAxisLabelFont(Font.PLAIN, 15);
        AxisLimits limits = AxisLimits.of(panel.series);
        plot.setLimits(limits.xMin(), limits.xMax(), limits.yMin(), limits.yMax());
        addSeries(plot, panel.series);
        return plot.getImagePlus().getProcessor().convertToRGB();
    }

    private static void addSeries(Plot plot, List<Series> series) {
        StringBuilder legend = new StringBuilder();
        for (int i = 0; i < series.size(); i++) {
            Color colour = new Color(COLOURS[i % COLOURS.length]);
            plot.setColor(colour, colour);
            plot.setLineWidth(LINE_WIDTH);
            boolean single = series.get(i).x.length == 1;
            plot.addPoints(series.get(i).x, series.get(i).y, single ? Plot.CIRCLE : Plot.LINE);
            legend.append(series.get(i).name.replace('\n', ' ').replace('\t', ' '))
                    .append('\n');
        }
        plot.setColor(Color.black);
        plot.setLineWidth(1);
        if (!series.isEmpty()) {
            plot.addLegend(legend.toString().trim(), "auto");
        }
    }

    /** One pair of axes with its curves. */
    public static final class Panel {
        private final String xLabel;
        private final String yLabel;
        private final List<Series> series;

        public Panel(String xLabel, String yLabel, List<Series> series) {
            this.xLabel = Objects.requireNonNull(xLabel);
            this.yLabel = Objects.requireNonNull(yLabel);
            this.series = Collections.unmodifiableList(new ArrayList<>(series));
        }
    }

    /** One curve; points with NaN are gaps. */
    public static final class Series {
        private final String name;
        private final double[] x;
        private final double[] y;

        /** @throws IllegalArgumentException if there is not one y for each x */
        public Series(String name, double[] x, double[] y) {
            if (x.length != y.length) {
                throw new IllegalArgumentException(name + ": " + x.length + " x and " + y.length + " y.");
            }
            this.name = Objects.requireNonNull(name);
            this.x = Arrays.copyOf(x, x.length);
            this.y = Arrays.copyOf(y, y.length);
        }

        double[] x() {
            return x;
        }

        double[] y() {
            return y;
        }
    }
}
