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
		List<String> pages = Document.all()
			.stream()
			.filter((page) -> page.file().getParent().endsWith("docs"))
			.map(Document::toString)
			.filter((name) -> !name.equals("README.md"))
			.toList();
		assertThat(index.links()).containsAll(pages);
	}

	@Test
	void brokenLinksAreFound() {
		Document document = new Document(Path.of("..", "README.md"), "# A b\n[1](#a-b) [2](#b) [3](LICENSE) [4](NONE)");
		assertThat(document.links()).filteredOn((link) -> !exists(document, link)).containsExactly("#b", "NONE");
	}

	private static boolean exists(Document document, String link) {
		String[] parts = link.split("#", 2);
		if (parts[0].isEmpty()) {
			return document.anchors().contains(parts[1]);
		}
		Path file = document.file().resolveSibling(parts[0]);
		return Files.exists(file) && (parts.length == 1 || Document.read(file).anchors().contains(parts[1]));
	}

}
