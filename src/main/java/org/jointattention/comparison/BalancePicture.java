package org.jointattention.comparison;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Where the networks stand between seeing the whole and drawing the border: a point a network, global context to the right,
 * localisation upwards. On the left Dice and the F1 score of borders (better: right and up), on the right far false positives
 * and HD95 (better: left and down). The last row is the difference to the reference, averaged over data sets. Bars are the
 * standard deviation over seeds, or in the last row the 95 % interval.
 */
final class BalancePicture {
    private static final int PANEL_WIDTH = 560;
    private static final int PANEL_HEIGHT = 400;
    private static final int TITLE_HEIGHT = 34;
    private static final int LEGEND_LINE = 26;
    private static final int LEGEND_COLUMNS = 4;
    private static final float SYMBOL = 3.5f;
    private static final double MARGIN = 0.12;

    private final Findings findings;
    private final Symbols symbols = new Symbols();

    BalancePicture(Findings findings) {
        this.findings = findings;
    }

    /** The picture, RGB. */
    ImagePlus draw() {
        List<ImageProcessor> rows = new ArrayList<>();
        for (String data : findings.dataSets()) {
            rows.add(row(data, findings.networks(data), this::value, ""));
        }
        List<Network> averaged = findings.averaged();
        if (!averaged.isEmpty()) {
            rows.add(row("Mean difference over the data sets", averaged, this::meanDifference, "difference: "));
        }
        rows.add(legend());
        return new ImagePlus("balance", Panels.stacked(rows));
    }

    /** Empty where there is none. */
    private Optional<Point> value(Network network, ReportMetric metric) {
        Observations observations = findings.observations(network, metric);
        double spread = observations.spread();
        double bar = Double.isNaN(spread) ? 0 : spread;
        double mean = observations.mean();
        return Double.isNaN(mean) ? Optional.empty() : Optional.of(new Point(mean, mean - bar, mean + bar));
    }

    private Optional<Point> meanDifference(Network network, ReportMetric metric) {
        return findings.meanDifference(network, metric)
                .map(found -> new Point(found.mean(), found.low(), found.high()));
    }

    private ImageProcessor row(
            String title,
            List<Network> networks,
            BiFunction<Network, ReportMetric, Optional<Point>> values,
            String prefix) {
        ImageProcessor row = Panels.blank(2 * PANEL_WIDTH, TITLE_HEIGHT + PANEL_HEIGHT);
        row.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
        row.setJustification(ImageProcessor.CENTER_JUSTIFY);
        row.drawString(title, PANEL_WIDTH, TITLE_HEIGHT - 6);
        row.insert(panel(networks, values, ReportMetric.DICE, ReportMetric.BOUNDARY_F1, prefix), 0, TITLE_HEIGHT);
        row.insert(
                panel(networks, values, ReportMetric.FAR_FALSE_POSITIVES, ReportMetric.HD95, prefix),
                PANEL_WIDTH,
                TITLE_HEIGHT);
        return row;
    }

    private ImageProcessor panel(
            List<Network> networks,
            BiFunction<Network, ReportMetric, Optional<Point>> values,
            ReportMetric x,
            ReportMetric y,
            String prefix) {
        Plot plot = new Plot("", prefix + x.title(), prefix + y.title());
        plot.setFormatFlags(Plot.X_NUMBERS | Plot.Y_NUMBERS | Plot.X_TICKS | Plot.Y_TICKS | Plot.X_GRID | Plot.Y_GRID);
        plot.setSize(PANEL_WIDTH, PANEL_HEIGHT);
        plot.setBackgroundColor(Color.white);
        plot.setAntialiasedText(true);
        plot.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        plot.setAxisLabelFont(Font.PLAIN, 14);
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        for (Network network : networks) {
            Optional<Point> across = values.apply(network, x);
            Optional<Point> up = values.apply(network, y);
            symbols.colour(network.title());
            if (across.isPresent() && up.isPresent()) {
                add(plot, network.title(), across.get(), up.get());
                extend(xs, across.get());
                extend(ys, up.get());
            }
        }
        double[] xLimits = limits(xs);
        double[] yLimits = limits(ys);
        plot.setLimits(xLimits[0], xLimits[1], yLimits[0], yLimits[1]);
        return plot.getImagePlus().getProcessor().convertToRGB();
    }

    private void add(Plot plot, String label, Point x, Point y) {
        plot.setColor(symbols.colour(label), symbols.colour(label));
        plot.setLineWidth(1);
        plot.drawLine(x.low, y.value, x.high, y.value);
        plot.drawLine(x.value, y.low, x.value, y.high);
        plot.setLineWidth(SYMBOL);
        plot.addPoints(new double[] {x.value}, new double[] {y.value}, symbols.shape(label));
    }

    private static void extend(List<Double> all, Point point) {
        all.add(point.low);
        all.add(point.high);
    }

    private static double[] limits(List<Double> values) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double margin = high > low ? MARGIN * (high - low) : Math.max(0.01, Math.abs(high) * MARGIN);
        return new double[] {low - margin, high + margin};
    }

    /** Drawn by a plot of its own, so that the symbols are the same. */
    private ImageProcessor legend() {
        List<String> labels = symbols.labels();
        int lines = (labels.size() + LEGEND_COLUMNS - 1) / LEGEND_COLUMNS;
        ImageProcessor legend = Panels.blank(2 * PANEL_WIDTH, Math.max(1, lines) * LEGEND_LINE + 16);
        legend.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        for (int i = 0; i < labels.size(); i++) {
            int x = 60 + i % LEGEND_COLUMNS * (2 * PANEL_WIDTH - 80) / LEGEND_COLUMNS;
            int y = 8 + i / LEGEND_COLUMNS * LEGEND_LINE;
            legend.insert(symbol(labels.get(i)), x, y);
            legend.setColor(Color.black);
            legend.drawString(labels.get(i), x + LEGEND_LINE + 6, y + LEGEND_LINE - 4);
        }
        return legend;
    }

    private ImageProcessor symbol(String label) {
        Plot plot = new Plot("", "", "");
        plot.setFormatFlags(0);
        plot.setFrameSize(LEGEND_LINE, LEGEND_LINE);
        plot.setBackgroundColor(Color.white);
        plot.setLimits(-1, 1, -1, 1);
        plot.setColor(symbols.colour(label), symbols.colour(label));
        plot.setLineWidth(SYMBOL);
        plot.addPoints(new double[] {0}, new double[] {0}, symbols.shape(label));
        ImageProcessor picture = plot.getImagePlus().getProcessor().convertToRGB();
        Rectangle frame = plot.getDrawingFrame();
        picture.setRoi(frame.x + 2, frame.y + 2, LEGEND_LINE - 4, LEGEND_LINE - 4);
        return picture.crop();
    }

    /** A value and the ends of its bar. */
    private static final class Point {
        final double value;
        final double low;
        final double high;

        Point(double value, double low, double high) {
            this.value = value;
            this.low = low;
            this.high = high;
        }
    }
}
