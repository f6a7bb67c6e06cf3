package org.caretally.report.chart;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GraphicsConfiguration;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/**
 * The part of {@link java.awt.Graphics2D} that our charts never use. Everything here refuses, so
 * that a new chart that would lose ink on the way to SVG fails its first test instead.
 */
abstract class ClosedGraphics extends ImagelessGraphics {

  @Override
  public void drawString(String s, int x, int y) {
    throw no();
  }

  @Override
  public void drawString(String s, float x, float y) {
    throw no();
  }

  @Override
  public void drawString(AttributedCharacterIterator s, int x, int y) {
    throw no();
  }

  @Override
  public void drawString(AttributedCharacterIterator s, float x, float y) {
    throw no();
  }

  @Override
  public void drawGlyphVector(GlyphVector g, float x, float y) {
    throw no();
  }

  @Override
  public boolean hit(Rectangle r, Shape s, boolean onStroke) {
    throw no();
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    throw no();
  }

  @Override
  public void setComposite(Composite c) {
    throw no();
  }

  @Override
  public void setPaint(Paint p) {
    throw no();
  }

  @Override
  public Object getRenderingHint(RenderingHints.Key k) {
    throw no();
  }

  @Override
  public void setRenderingHints(Map<?, ?> hints) {
    throw no();
  }

  @Override
  public void addRenderingHints(Map<?, ?> hints) {
    throw no();
  }

  @Override
  public RenderingHints getRenderingHints() {
    throw no();
  }

  @Override
  public void translate(int x, int y) {
    throw no();
  }

  @Override
  public void translate(double x, double y) {
    throw no();
  }

  @Override
  public void rotate(double theta) {
    throw no();
  }

  @Override
  public void rotate(double theta, double x, double y) {
    throw no();
  }

  @Override
  public void scale(double x, double y) {
    throw no();
  }

  @Override
  public void shear(double x, double y) {
    throw no();
  }

  @Override
  public void transform(AffineTransform t) {
    throw no();
  }

  @Override
  public void setTransform(AffineTransform t) {
    throw no();
  }

  @Override
  public Composite getComposite() {
    throw no();
  }

  @Override
  public void setBackground(Color c) {
    throw no();
  }

  @Override
  public Color getBackground() {
    throw no();
  }

  @Override
  public void setPaintMode() {
    throw no();
  }

  @Override
  public void setXORMode(Color c) {
    throw no();
  }

  @Override
  public FontMetrics getFontMetrics(Font f) {
    throw no();
  }

  @Override
  public void copyArea(int x, int y, int w, int h, int dx, int dy) {
    throw no();
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    throw no();
  }

  @Override
  public void fillRect(int x, int y, int w, int h) {
    throw no();
  }

  @Override
  public void clearRect(int x, int y, int w, int h) {
    throw no();
  }

  @Override
  public void drawRoundRect(int x, int y, int w, int h, int aw, int ah) {
    throw no();
  }

  @Override
  public void fillRoundRect(int x, int y, int w, int h, int aw, int ah) {
    throw no();
  }

  @Override
  public void drawOval(int x, int y, int w, int h) {
    throw no();
  }

  @Override
  public void fillOval(int x, int y, int w, int h) {
    throw no();
  }

  @Override
  public void drawArc(int x, int y, int w, int h, int a, int b) {
    throw no();
  }

  @Override
  public void fillArc(int x, int y, int w, int h, int a, int b) {
    throw no();
  }

  @Override
  public void drawPolyline(int[] xs, int[] ys, int n) {
    throw no();
  }

  @Override
  public void drawPolygon(int[] xs, int[] ys, int n) {
    throw no();
  }

  @Override
  public void fillPolygon(int[] xs, int[] ys, int n) {
    throw no();
  }
}
