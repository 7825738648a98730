package org.jointattention.comparison;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Differences to the reference with their 95 % intervals: a line a network, the zero line in the middle of each panel. */
final class DifferencePicture {
    private static final int WIDTH = 1000;
    private static final int LABELS = 230;
    private static final int LINE = 26;
    private static final int TITLE = 40;
    private static final int AXIS = 34;
    private static final int RIGHT = 120;
    private static final Color CLEAR = new Color(0xd55e00);
    private static final Color UNCLEAR = new Color(0x606060);

    private final Findings findings;
    private final ReportMetric metric;

    DifferencePicture(Findings findings, ReportMetric metric) {
        this.findings = findings;
        this.metric = metric;
    }

    /** One line of a panel. */
    private static final class Line {
        private final String label;
        private final PairedDifference difference;

        Line(String label, PairedDifference difference) {
            this.label = label;
            this.difference = difference;
        }
    }

    /** The picture, RGB; empty where nothing can be compared. */
    Optional<ImagePlus> draw() {
        List<ImageProcessor> panels = new ArrayList<>();
        for (String data : findings.dataSets()) {
            add(panels, data, lines(findings.networks(data), network -> findings.difference(network, metric)));
        }
        add(
                panels,
                "mean over the data sets",
                lines(findings.averaged(), network -> findings.meanDifference(network, metric)));
        return panels.isEmpty() ? Optional.empty() : Optional.of(new ImagePlus("differences", Panels.stacked(panels)));
    }

    private static List<Line> lines(List<Network> networks, Function<Network, Optional<PairedDifference>> differences) {
        List<Line> lines = new ArrayList<>();
        for (Network network : networks) {
            differences.apply(network).ifPresent(found -> lines.add(new Line(network.title(), found)));
        }
        return lines;
    }

    private void add(List<ImageProcessor> panels, String title, List<Line> lines) {
        if (!lines.isEmpty()) {
            panels.add(panel(title, lines));
        }
    }

    private ImageProcessor panel(String title, List<Line> lines) {
        double reach = lines.stream()
                        .mapToDouble(
                                line -> Math.max(Math.abs(line.difference.low()), Math.abs(line.difference.high())))
                        .max()
                        .orElse(1)
                * 1.05;
        double unit = (WIDTH - LABELS - RIGHT) / 2.0 / Math.max(reach, 1e-9);
        int middle = LABELS + (WIDTH - LABELS - RIGHT) / 2;
        int bottom = TITLE + lines.size() * LINE;
        ImageProcessor panel = Panels.blank(WIDTH, bottom + AXIS);
        panel.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        panel.drawString(title + ": " + metric.title() + ", difference with 95 % interval", 16, TITLE - 10);
        panel.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        axis(panel, reach, unit, middle, bottom);
        for (int i = 0; i < lines.size(); i++) {
            line(panel, lines.get(i), unit, middle, TITLE + i * LINE + LINE / 2);
        }
        return panel;
    }

    private void axis(ImageProcessor panel, double reach, double unit, int middle, int bottom) {
        double step = step(reach);
        panel.setJustification(ImageProcessor.CENTER_JUSTIFY);
        for (int k = (int) (-reach / step); k * step <= reach; k++) {
            int x = (int) Math.round(middle + k * step * unit);
            panel.setColor(k == 0 ? Color.black : new Color(0xdddddd));
            panel.drawLine(x, TITLE, x, bottom);
            panel.setColor(Color.black);
            panel.drawString(k == 0 ? "0" : metric.difference(k * step), x, bottom + 20);
        }
        panel.setJustification(ImageProcessor.LEFT_JUSTIFY);
    }

    /** 1, 2 or 5 times a power of ten, so that there are 2 to 4 steps to each side. */
    private static double step(double reach) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(reach, 1e-9))));
        double share = reach / power;
        return share < 2 ? power / 2 : share < 5 ? power : 2 * power;
    }

    private void line(ImageProcessor panel, Line line, double unit, int middle, int y) {
        PairedDifference found = line.difference;
        panel.setColor(Color.black);
        panel.drawString(line.label, 16, y + 8);
        panel.drawString(metric.difference(found.mean()), WIDTH - RIGHT + 16, y + 8);
        panel.setColor(found.isClear() ? CLEAR : UNCLEAR);
        panel.setLineWidth(2);
        panel.drawLine(
                (int) Math.round(middle + found.low() * unit), y, (int) Math.round(middle + found.high() * unit), y);
        panel.setLineWidth(1);
        panel.fillOval((int) Math.round(middle + found.mean() * unit) - 5, y - 5, 11, 11);
    }
}
