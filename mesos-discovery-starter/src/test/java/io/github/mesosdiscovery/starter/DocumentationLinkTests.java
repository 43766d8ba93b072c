package io.github.mesosdiscovery.starter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every link of the documentation leads to a file, and to a heading in it.
 */
class DocumentationLinkTests {

	@ParameterizedTest
	@MethodSource("io.github.mesosdiscovery.starter.Document#all")
	void linksExist(Document document) {
		assertThat(document.links()).filteredOn((link) -> !exists(document, link)).isEmpty();
	}

	@Test
	void everyPageIsInTheIndex() {
		Document index = Document.read(Path.of("..", "docs", "README.md"));
		List<String> pages = Document.all().stream().map(Document::toString).filter((name) -> !isReadme(name)).toList();
		assertThat(index.links()).containsAll(pages);
	}

	@Test
	void brokenLinksAreFound() {
		Document document = new Document(Path.of("..", "README.md"), "# A b\n[1](#a-b) [2](#b) [3](LICENSE) [4](NONE)");
		assertThat(document.links()).filteredOn((link) -> !exists(document, link)).containsExactly("#b", "NONE");
	}

	private static boolean exists(Document document, String link) {
		String[] parts = link.split("#", 2);
		Path target = parts[0].isEmpty() ? document.file() : document.file().resolveSibling(parts[0]);
		if (!parts[0].isEmpty() && !Files.exists(target)) {
			return false;
		}
		Document linked = parts[0].isEmpty() ? document : null;
		return parts.length == 1 || ((linked != null) ? linked : Document.read(target)).anchors().contains(parts[1]);
	}

	private static boolean isReadme(String name) {
		return name.equals("README.md");
	}

}
