package io.github.mesosdiscovery.catalogue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of scenarios in the documentation is complete, and names the tests that are
 * there.
 */
class CatalogueDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "reliability.md");

	private static final int SCENARIOS = 84;

	private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\|.*\\|(.*)\\|$", Pattern.MULTILINE);

	private static final Pattern TEST = Pattern.compile("`(\\w+\\.\\w+)`");

	private static final Pattern NUMBER = Pattern.compile("\\G#(\\d+) ");

	@Test
	void everyScenarioHasOneRow() throws IOException {
		assertThat(rows()).extracting(Row::scenario)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, SCENARIOS).boxed().toList());
	}

	@Test
	void everyRowNamesItsTestsOrTheReasonWhyThereIsNone() throws IOException {
		assertThat(rows()).allMatch((row) -> !row.tests().isEmpty() || row.text().startsWith("does not apply: "));
	}

	@Test
	void theTestsOfARowAreThoseThatCarryItsNumber() throws IOException, URISyntaxException {
		Set<String> documented = rows().stream()
			.flatMap((row) -> row.tests().stream().map((test) -> row.scenario() + " " + test))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(numberedTests()).containsExactlyElementsOf(documented);
	}

	private static List<Row> rows() throws IOException {
		return ROW.matcher(Files.readString(DOCUMENT))
			.results()
			.map((row) -> new Row(Integer.parseInt(row.group(1)), row.group(2).strip()))
			.toList();
	}

	/** The tests as {@code 23 Class.method}, once for each number of its display name. */
	private static Set<String> numberedTests() throws URISyntaxException {
		Path tests = Path.of(CatalogueDocumentTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		Set<String> numbered = new TreeSet<>();
		new ClassFileImporter().importPath(tests)
			.stream()
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.isAnnotatedWith(DisplayName.class))
			.forEach((method) -> numbers(method).forEach((number) -> numbered
				.add(number + " " + method.getOwner().getSimpleName() + "." + method.getName())));
		return numbered;
	}

	private static List<String> numbers(JavaMethod method) {
		Matcher matcher = NUMBER.matcher(method.getAnnotationOfType(DisplayName.class).value());
		return matcher.results().map((result) -> result.group(1)).toList();
	}

	/**
	 * What the last column says of a scenario.
	 *
	 * @param scenario its number
	 * @param text its tests, or why there are none
	 */
	private record Row(int scenario, String text) {

		List<String> tests() {
			return TEST.matcher(this.text).results().map((test) -> test.group(1)).toList();
		}

	}

}
