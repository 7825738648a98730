package org.jointattention.gui;

import java.awt.Frame;
import org.junit.Test;

/** Dialogs, and windows of text. Those that the guide has no room for are pictures to look at after a change. */
public class DialogScenes extends Scenes {
    @Test
    public void segmentDialog() {
        nuclei("ovals-1.png");
        dialog("Segment Image...", dialog -> {
            dialog.choose("model", "nuclei");
            camera.take("segment-dialog", dialog.window());
        });
    }

    @Test
    public void folderDialog() {
        dialog("Segment Folder...", dialog -> {
            dialog.choose("model", "nuclei");
            camera.take("segment-folder-dialog", dialog.window());
        });
    }

    @Test
    public void zarrDialog() {
        dialog("Segment OME-Zarr...", dialog -> {
            dialog.choose("model", "nuclei")
                    .type("source", "/data/brain.ome.zarr")
                    .type("destination", "/data/labels");
            camera.take("segment-zarr-dialog", dialog.window());
        });
    }

    @Test
    public void trainDialog() {
        dialog("Train Model...", dialog -> {
            dialog.type("images", "/data/cells/images")
                    .type("masks", "/data/cells/masks")
                    .type("saveas", "cells.zip")
                    .type("classes", "background, nucleus");
            camera.take("train-dialog", dialog.window());
        });
    }

    @Test
    public void roisDialog() {
        nuclei("ovals-1.png");
        dialog("Labels From ROIs...", dialog -> camera.take("rois-dialog", dialog.window()));
    }

    @Test
    public void evaluateDialog() {
        nuclei("ovals-1.png");
        dialog("Evaluate Segmentation...", dialog -> camera.take("evaluate-dialog", dialog.window()));
    }

    @Test
    public void attentionDialog() {
        nuclei("ovals-1.png");
        dialog("Inspect Attention...", dialog -> camera.take("attention-dialog", dialog.window()));
    }

    @Test
    public void modelsDialog() {
        dialog("Joint Attention Models...", dialog -> camera.take("models-dialog", dialog.window()));
    }

    @Test
    public void complaint() {
        nuclei("ovals-1.png");
        dialog("Segment Image...", dialog -> {
            dialog.choose("model", "nuclei").type("tile", "100").ok();
            camera.take("complaint", dialog.window());
            dialog.type("tile", "0");
        });
    }

    @Test
    public void devices() {
        replay("run(\"Joint Attention Devices\");");
        Frame report = frame("Joint Attention Devices");
        camera.take("devices", report);
    }

    @Test
    public void models() {
        replay("run(\"Joint Attention Models...\", \"action=List\");");
        Frame list = frame("Joint Attention Models");
        camera.take("models", list);
    }

    @Test
    public void about() {
        replay("run(\"About Joint Attention\");");
        camera.take("about", frame("About Joint Attention"));
    }
}
