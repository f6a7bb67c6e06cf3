package org.caretally.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;

/** The part of a graphics context that is asked back what it was told; it paints nothing. */
abstract class StateGraphics extends ClosedGraphics {
  private final RenderingHints hints = new RenderingHints(null);
  private Color color = Color.BLACK;
  private Stroke stroke = new BasicStroke(1);
  private Shape clip;
  private Font font = Fonts.font(12);

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {
    hints.put(key, value);
  }

  @Override
  public Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public Graphics create() {
    throw no();
  }

  @Override
  public void dispose() {
    // Nothing is held.
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform();
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return Fonts.CONTEXT;
  }

  @Override
  public Paint getPaint() {
    return color;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setStroke(Stroke value) {
    stroke = value;
  }

  @Override
  public Color getColor() {
    return color;
  }

  @Override
  public void setColor(Color value) {
    color = value;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setFont(Font value) {
    font = value;
  }

  @Override
  public Shape getClip() {
    return clip;
  }

  @Override
  public void setClip(Shape value) {
    clip = value;
  }

  @Override
  public void clip(Shape value) {
    clip = value;
  }

  @Override
  public Rectangle getClipBounds() {
    return clip == null ? null : clip.getBounds();
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    clip = new Rectangle(x, y, width, height);
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    clip = new Rectangle(x, y, width, height);
  }
}
