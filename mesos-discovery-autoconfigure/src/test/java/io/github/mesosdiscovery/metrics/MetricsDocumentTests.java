package io.github.mesosdiscovery.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.mesosdiscovery.FakeMeteredLocator;
import io.github.mesosdiscovery.LeaderChangedEvent.Reason;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Outcome;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Read;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documents name every meter, and their queries ask for what is there.
 */
class MetricsDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "actuator.md");

	private static final Pattern ROW = Pattern.compile("^\\| `(mesos\\.discovery\\.[a-z.]+)` \\|.*\\| `([^|]*)` \\|$",
			Pattern.MULTILINE);

	private static final Pattern QUERY = Pattern.compile("^```promql\\n(.*?)\\n```$",
			Pattern.MULTILINE | Pattern.DOTALL);

	private final RenderedMetrics rendered = new RenderedMetrics();

	@Test
	void everyQueryOfTheDocumentAsksForWhatIsThere() throws IOException {
		List<String> queries = QUERY.matcher(Files.readString(DOCUMENT))
			.results()
			.map((match) -> match.group(1))
			.toList();
		assertThat(queries).allSatisfy((query) -> {
			assertThat(RenderedMetrics.names(query)).isNotEmpty();
			assertThat(this.rendered.missing(query)).as(query).isEmpty();
		});
		assertThat(meters())
			.allMatch((meter) -> queries.stream().anyMatch((query) -> query.contains(meter.replace('.', '_'))));
	}

	@Test
	void theDocumentHasTheNamesThatPrometheusReads() throws IOException {
		Set<String> names = rows(DOCUMENT).values()
			.stream()
			.flatMap((cell) -> RenderedMetrics.names(cell).stream())
			.collect(Collectors.toSet());
		assertThat(rows(DOCUMENT)).containsOnlyKeys(meters());
		assertThat(this.rendered.names()).containsAll(names)
			.allMatch((name) -> names.contains(name) || name.endsWith("_bucket"));
	}

	@Test
	void theDocumentExplainsEveryValueOfATag() throws IOException {
		String text = Files.readString(DOCUMENT);
		assertThat(Stream.of(Stream.of(Reason.values()), Stream.of(Read.values()), Stream.of(Outcome.values()))
			.flatMap((values) -> values.map((value) -> "`" + value.name().toLowerCase(Locale.ROOT) + "`")))
			.allMatch(text::contains);
	}

	@Test
	void aWrongQueryIsNoticed() {
		assertThat(this.rendered.missing("rate(mesos_discovery_reads{outcome=\"succes\", cluster=\"default\"}[1m])"))
			.containsExactlyInAnyOrder("mesos_discovery_reads", "outcome=\"succes\"", "cluster=\"default\"");
		assertThat(this.rendered.missing("sum by (reason, kind) (mesos_discovery_leader_changes_total)"))
			.containsExactly("kind");
	}

	private static Map<String, String> rows(Path document) throws IOException {
		return ROW.matcher(Files.readString(document))
			.results()
			.collect(Collectors.toMap((MatchResult row) -> row.group(1), (row) -> row.group(2)));
	}

	private static String[] meters() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new MesosDiscoveryMetrics(new FakeMeteredLocator(Masters.connected()), MesosMasterLocator.DEFAULT_CLUSTER)
			.bindTo(registry);
		return registry.getMeters().stream().map((meter) -> meter.getId().getName()).distinct().toArray(String[]::new);
	}

}
