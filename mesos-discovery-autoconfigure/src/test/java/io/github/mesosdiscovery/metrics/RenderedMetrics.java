package io.github.mesosdiscovery.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.FakeMeteredLocator;
import io.github.mesosdiscovery.Masters;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * The meters as Prometheus reads them, the buckets of a histogram among them.
 */
final class RenderedMetrics {

	private static final Pattern SAMPLE = Pattern.compile("^(\\w+)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

	private static final Pattern NAME = Pattern.compile("\\bmesos_discovery_\\w+");

	private static final Pattern SELECTOR = Pattern.compile("(\\w+)\\s*(!?=~?)\\s*\"([^\"]*)\"");

	private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without) \\(([^)]*)\\)");

	/** Labels by the names of the samples, and their values. */
	private final Map<String, Map<String, Set<String>>> samples = new HashMap<>();

	RenderedMetrics() {
		PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		registry.config().meterFilter(new Histograms());
		FakeMeteredLocator locator = new FakeMeteredLocator(Masters.connected(Masters.master(1)));
		new MesosDiscoveryMetrics(locator, locator.cluster()).bindTo(registry);
		locator.observers.forEach((observer) -> observer.published(1));
		SAMPLE.matcher(registry.scrape()).results().forEach((sample) -> {
			Map<String, Set<String>> labels = this.samples.computeIfAbsent(sample.group(1), (name) -> new HashMap<>());
			LABEL.matcher(sample.group(2))
				.results()
				.forEach((label) -> labels.computeIfAbsent(label.group(1), (key) -> new HashSet<>())
					.add(label.group(2)));
		});
	}

	Set<String> names() {
		return this.samples.keySet();
	}

	/** The names of samples that a query asks for. */
	static Set<String> names(String query) {
		return NAME.matcher(query).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	/** What a query asks for and is not there. */
	Set<String> missing(String query) {
		Set<String> missing = new HashSet<>(names(query));
		missing.removeAll(this.samples.keySet());
		Map<String, Set<String>> labels = new HashMap<>(Map.of("instance", Set.of()));
		names(query).forEach((name) -> labels.putAll(this.samples.getOrDefault(name, Map.of())));
		SELECTOR.matcher(query).results().forEach((selector) -> {
			Set<String> values = labels.get(selector.group(1));
			boolean exact = !selector.group(2).endsWith("~");
			if (values == null || (exact && !values.contains(selector.group(3)))) {
				missing.add(selector.group());
			}
		});
		GROUPING.matcher(query)
			.results()
			.flatMap((grouping) -> List.of(grouping.group(1).split(", ")).stream())
			.filter((label) -> !labels.containsKey(label))
			.forEach(missing::add);
		return missing;
	}

	private static final class Histograms implements MeterFilter {

		@Override
		public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
			return DistributionStatisticConfig.builder().percentilesHistogram(true).build().merge(config);
		}

	}

}
