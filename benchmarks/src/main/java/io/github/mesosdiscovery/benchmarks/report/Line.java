package io.github.mesosdiscovery.benchmarks.report;

/**
 * A line of a chart.
 *
 * @param label its name in the legend
 * @param x the values from left to right, above zero
 * @param y the values from bottom to top
 */
public record Line(String label, double[] x, double[] y) {

}
