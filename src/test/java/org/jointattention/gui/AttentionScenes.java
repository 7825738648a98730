package org.jointattention.gui;

import ij.ImagePlus;
import java.awt.Frame;
import java.util.Arrays;
import org.junit.Test;

/** The attention of a model over a test image. */
public class AttentionScenes extends Scenes {
    @Test
    public void attention() {
        nuclei("ovals-1.png");
        replay("run(\"Inspect Attention...\", \"model=nuclei follow=true pointx=120 pointy=120\");");
        ImagePlus picture = newImage();
        Waiting.until("the heat map", () -> picture.getOverlay() != null);
        Frame controls = Arrays.stream(Frame.getFrames())
                .filter(frame -> frame.isShowing() && frame != picture.getWindow())
                .filter(frame -> frame.getTitle().equals(picture.getTitle()))
                .findFirst()
                .orElseThrow(AssertionError::new);
        camera.takeBelow("attention", picture.getWindow(), controls);
    }
}
