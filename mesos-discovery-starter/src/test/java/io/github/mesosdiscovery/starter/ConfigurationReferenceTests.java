package io.github.mesosdiscovery.starter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.starter.ConfigurationMetadata.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of properties in the documentation are those of the configuration metadata.
 * A failure shows the table to put between the two comments.
 */
class ConfigurationReferenceTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");

	private static final Pattern TABLE = Pattern.compile("<!-- properties: (\\S+) -->\n(.*?)<!-- end -->",
			Pattern.DOTALL);

	@Test
	void tablesAreThoseOfTheMetadata() throws IOException {
		Map<String, String> tables = TABLE.matcher(CodeBlock.read(DOCUMENT))
			.results()
			.collect(Collectors.toMap((table) -> table.group(1), (MatchResult table) -> table.group(2)));
		List<String> groups = List.copyOf(tables.keySet());
		Map<String, Property> properties = ConfigurationMetadata.load().properties();
		Map<String, String> rendered = new HashMap<>();
		groups.forEach((group) -> rendered.put(group, "| property | default | description |\n|---|---|---|\n"));
		properties.forEach((name, property) -> {
			if (name.matches("mesos\\.discovery\\..+|management\\..+\\.mesos\\..+")) {
				rendered.merge(groupOf(name, groups), row(name, property), String::concat);
			}
		});
		rendered.forEach((group, table) -> assertThat(tables.get(group)).as(group).isEqualTo(table));
		assertThat(rendered).containsOnlyKeys(groups);
	}

	/** The most specific group; the name itself if there is none. */
	private static String groupOf(String name, List<String> groups) {
		return groups.stream()
			.filter((group) -> name.equals(group) || name.startsWith(group + "."))
			.max((first, second) -> first.length() - second.length())
			.orElse(name);
	}

	private static String row(String name, Property property) {
		return "| `%s` | %s | %s |\n".formatted(property.isMap() ? name + ".*" : name,
				property.defaultValue().isEmpty() ? "" : "`" + property.defaultValue() + "`", property.description());
	}

}
