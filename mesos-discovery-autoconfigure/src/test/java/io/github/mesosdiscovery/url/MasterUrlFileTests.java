package io.github.mesosdiscovery.url;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for master URLs that name a file.
 */
class MasterUrlFileTests {

	private final Path directory;

	MasterUrlFileTests(@TempDir Path directory) {
		this.directory = directory;
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://h1/mesos", "\n zk://h1/mesos \n\n", "master@10.0.0.1:5050\n" })
	void containsAnotherForm(String content) throws IOException {
		assertThat(MasterUrlParser.parse("file://" + write(content))).isEqualTo(MasterUrlParser.parse(content));
		assertThat(MasterUrlParser.parse(" file://" + write(content) + "\n")).isEqualTo(MasterUrlParser.parse(content));
	}

	@Test
	void symbolicLink() throws IOException {
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), write("h1:5050"));
		assertThat(MasterUrlParser.parse("file://" + link)).isEqualTo(new FixedMaster("h1", 5050));
	}

	@Test
	void largestFile() throws IOException {
		Path file = write("h1:5050" + " ".repeat(MasterUrlParser.MAX_FILE_SIZE - 7));
		assertThat(MasterUrlParser.parse("file://" + file)).isEqualTo(new FixedMaster("h1", 5050));
	}

	@Test
	void tooLarge() throws IOException {
		assertRefused(write("h1:5050" + " ".repeat(MasterUrlParser.MAX_FILE_SIZE - 6)), "is larger than 16384 bytes");
	}

	@Test
	void isNotReadCompletely() throws IOException {
		Path file = this.directory.resolve("zk");
		try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
			sparse.setLength(3L << 30);
		}
		assertRefused(file, "is larger than 16384 bytes");
	}

	@Test
	void missing() {
		assertRefused(this.directory.resolve("zk"), "does not exist");
	}

	@Test
	void directory() {
		assertRefused(this.directory, "is not a regular file");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n" })
	void empty(String content) throws IOException {
		assertRefused(write(content), "is empty");
	}

	@Test
	void notUtf8() throws IOException {
		Path file = Files.write(this.directory.resolve("zk"), "zk://h\u00f6/m".getBytes(StandardCharsets.ISO_8859_1));
		assertRefused(file, "is not UTF-8 text");
	}

	@Test
	void notReadable() throws IOException {
		Path file = write("h1:5050");
		Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "the user reads all files");
		assertRefused(file, "cannot be read (AccessDeniedException)");
	}

	@Test
	void failingRead() {
		Path memory = Path.of("/proc/self/mem");
		Assumptions.assumeTrue(Files.isReadable(memory), "there is no file that fails to be read");
		assertRefused(memory, "cannot be read (IOException)");
	}

	@Test
	void noPath() {
		InvalidMasterUrlException ex = refuse("file://");
		assertThat(ex).hasMessageContaining("no file is named")
			.hasMessageEndingWith("for example file:///etc/mesos/zk");
	}

	@Test
	void invalidPath() {
		assertThat(refuse("file:///a\u0000b").reason())
			.isEqualTo("the file has a path that this system does not allow");
	}

	@Test
	void anotherFile() throws IOException {
		Path file = write("file:///etc/mesos/zk");
		InvalidMasterUrlException ex = refuse("file://" + file);
		assertThat(ex.reason()).isEqualTo("in the file, one file must not name another");
	}

	@Test
	void invalidContentIsNotRevealed() throws IOException {
		Path file = write("zk://user:CANARY@h1:2181");
		InvalidMasterUrlException ex = refuse("file://" + file);
		assertThat(ex).hasMessageStartingWith("in the file, the path of the masters is missing")
			.hasMessageNotContaining(file.toString())
			.hasMessageNotContaining("CANARY")
			.hasNoCause();
	}

	private Path write(String content) throws IOException {
		return Files.writeString(this.directory.resolve("zk"), content);
	}

	private static void assertRefused(Path file, String problem) {
		InvalidMasterUrlException ex = refuse("file://" + file);
		assertThat(ex.reason()).isEqualTo("the file " + problem);
		assertThat(ex).hasNoCause();
	}

	private static InvalidMasterUrlException refuse(String text) {
		InvalidMasterUrlException ex = catchThrowableOfType(InvalidMasterUrlException.class,
				() -> MasterUrlParser.parse(text));
		assertThat(ex).as(text).isNotNull();
		return ex;
	}

}
