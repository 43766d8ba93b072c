package io.github.mesosdiscovery.starter;

import java.io.StringReader;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every Maven or Gradle coordinate in the documentation is one of this build.
 */
class DocumentationDependencyTests {

	/** There is no Gradle here that could run these blocks. */
	private static final Pattern COORDINATES = Pattern.compile("'([\\w.-]+):([\\w.-]+):([\\w.-]+)'");

	@ParameterizedTest
	@MethodSource
	void mavenCoordinatesExist(CodeBlock block) throws Exception {
		Element root = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(block.text())))
			.getDocumentElement();
		assertThat(root.getTagName()).isIn("dependency", "plugin");
		assertExists(text(root, "groupId"), text(root, "artifactId"), text(root, "version"));
		NodeList goals = root.getElementsByTagName("goal");
		assertThat(IntStream.range(0, goals.getLength()).mapToObj(goals::item).map(Node::getTextContent))
			.allSatisfy((goal) -> assertThat(Build.poms()).contains("<goal>" + goal + "</goal>"));
	}

	static Stream<CodeBlock> mavenCoordinatesExist() {
		return CodeBlock.all("xml");
	}

	@ParameterizedTest
	@MethodSource
	void gradleCoordinatesExist(CodeBlock block) {
		assertThat(COORDINATES.matcher(block.text()).results()).isNotEmpty()
			.allSatisfy((match) -> assertExists(match.group(1), match.group(2), match.group(3)));
	}

	static Stream<CodeBlock> gradleCoordinatesExist() {
		return CodeBlock.all("groovy");
	}

	/**
	 * The build resolves all coordinates in its POMs; modules and what the parent manages
	 * have a version there.
	 */
	private static void assertExists(String groupId, String artifactId, String version) {
		assertThat(Build.poms()).containsPattern("<groupId>%s</groupId>\\s*<artifactId>%s</artifactId>"
			.formatted(Pattern.quote(groupId), Pattern.quote(artifactId)));
		if (!version.isEmpty()) {
			String managed = groupId.equals("io.github.mesosdiscovery") ? projectVersion()
					: Build.property(artifactId + ".version");
			assertThat(version).isEqualTo(managed);
		}
	}

	private static String projectVersion() {
		return Build.poms()
			.replaceFirst("(?s).*?<artifactId>mesos-discovery-parent</artifactId>\\s*<version>(.*?)<.*", "$1");
	}

	private static String text(Element parent, String name) {
		NodeList elements = parent.getElementsByTagName(name);
		return (elements.getLength() == 0) ? "" : elements.item(0).getTextContent();
	}

}
