package io.github.mesosdiscovery.metrics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard can be read, and its panels ask for what is there.
 */
class GrafanaDashboardTests {

	private static final int WIDTH = 24;

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)");

	private static final Set<String> OF_GRAFANA = Set.of("__range", "__rate_interval", "__all");

	private final JsonNode dashboard = new JsonMapper()
		.readTree(Path.of("..", "docs", "grafana", "mesos-discovery.json").toFile());

	private final RenderedMetrics rendered = new RenderedMetrics();

	@Test
	void everyPanelAsksForWhatIsThere() {
		assertThat(panels()).allSatisfy((panel) -> assertThat(queries(panel)).isNotEmpty().allSatisfy((query) -> {
			assertThat(RenderedMetrics.names(query)).isNotEmpty();
			assertThat(this.rendered.missing(query)).as(query).isEmpty();
		}));
	}

	@Test
	void everyMeterIsShown() {
		Set<String> shown = panels().stream()
			.flatMap((panel) -> queries(panel).stream())
			.flatMap((query) -> RenderedMetrics.names(query).stream())
			.collect(Collectors.toSet());
		assertThat(this.rendered.names()).allMatch((name) -> shown.contains(name) || name.endsWith("_bucket"));
	}

	@Test
	void everyQueryIsNarrowedByTheVariables() {
		assertThat(panels()).flatExtracting(GrafanaDashboardTests::queries)
			.allSatisfy((query) -> assertThat(query.split("cluster=~\"\\$cluster\", instance=~\"\\$instance\"", -1))
				.hasSize(query.split("mesos_discovery_", -1).length));
	}

	@Test
	void everyVariableIsThereAndAsksForWhatIsThere() {
		Set<String> variables = new HashSet<>(OF_GRAFANA);
		for (JsonNode variable : this.dashboard.at("/templating/list")) {
			if (variable.get("type").asString().equals("query")) {
				String query = variable.at("/query/query").asString();
				assertThat(query).isEqualTo(variable.get("definition").asString());
				assertThat(this.rendered.missing(query)).as(query).isEmpty();
			}
			variables.add(variable.get("name").asString());
		}
		assertThat(VARIABLE.matcher(this.dashboard.toString()).results().map((match) -> match.group(1)))
			.isSubsetOf(variables)
			.contains("datasource", "cluster", "instance");
	}

	@Test
	void panelsAreDescribedAndDoNotOverlap() {
		Set<Integer> ids = new HashSet<>();
		Set<String> cells = new HashSet<>();
		for (JsonNode panel : panels()) {
			assertThat(ids.add(panel.get("id").asInt())).isTrue();
			assertThat(panel.get("title").asString()).isNotBlank();
			assertThat(panel.get("description").asString()).endsWith(".");
			assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${datasource}");
			JsonNode place = panel.get("gridPos");
			for (int x = place.get("x").asInt(); x < place.get("x").asInt() + place.get("w").asInt(); x++) {
				for (int y = place.get("y").asInt(); y < place.get("y").asInt() + place.get("h").asInt(); y++) {
					assertThat(x).isLessThan(WIDTH);
					assertThat(cells.add(x + "," + y)).isTrue();
				}
			}
		}
	}

	private List<JsonNode> panels() {
		List<JsonNode> panels = new ArrayList<>();
		this.dashboard.get("panels").forEach(panels::add);
		return panels;
	}

	private static List<String> queries(JsonNode panel) {
		List<String> queries = new ArrayList<>();
		panel.get("targets").forEach((target) -> queries.add(target.get("expr").asString()));
		return queries;
	}

}
