package org.caretally.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;

/** Images have no place in our charts: every request to draw one is refused. */
abstract class ImagelessGraphics extends Graphics2D {

  /** Returns the refusal, which names the reason. */
  static UnsupportedOperationException no() {
    return new UnsupportedOperationException("charts paint shapes only");
  }

  @Override
  public boolean drawImage(Image i, AffineTransform t, ImageObserver o) {
    throw no();
  }

  @Override
  public void drawImage(BufferedImage i, BufferedImageOp op, int x, int y) {
    throw no();
  }

  @Override
  public void drawRenderedImage(RenderedImage i, AffineTransform t) {
    throw no();
  }

  @Override
  public void drawRenderableImage(RenderableImage i, AffineTransform t) {
    throw no();
  }

  @Override
  public boolean drawImage(Image i, int x, int y, ImageObserver o) {
    throw no();
  }

  @Override
  public boolean drawImage(Image i, int x, int y, int w, int h, ImageObserver o) {
    throw no();
  }

  @Override
  public boolean drawImage(Image i, int x, int y, Color c, ImageObserver o) {
    throw no();
  }

  @Override
  public boolean drawImage(Image i, int x, int y, int w, int h, Color c, ImageObserver o) {
    throw no();
  }

  @Override
  public boolean drawImage(
      Image i, int a, int b, int c, int d, int e, int f, int g, int h, ImageObserver o) {
    throw no();
  }

  @Override
  public boolean drawImage(
      Image i, int a, int b, int c, int d, int e, int f, int g, int h, Color k, ImageObserver o) {
    throw no();
  }
}
