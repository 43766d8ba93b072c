package io.github.mesosdiscovery.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs that fuzzing found worth keeping: one a line, as ASCII with a backslash
 * before two hexadecimal digits for any other byte and the backslash itself.
 */
final class SeedCorpus {

	/** What is longer is worth no more than the shorter ones. */
	private static final int MAX_LINE = 200;

	private SeedCorpus() {
	}

	/**
	 * Read the kept inputs of a target.
	 */
	static List<byte[]> read(FuzzTarget target) throws IOException {
		try (InputStream in = SeedCorpus.class.getResourceAsStream(target.id() + ".txt")) {
			if (in == null) {
				return List.of();
			}
			return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().map(SeedCorpus::decode).toList();
		}
	}

	/**
	 * Write inputs into files of their own, as Jazzer takes them.
	 */
	static void unpack(List<byte[]> seeds, Path directory) throws IOException {
		Files.createDirectories(directory);
		for (int i = 0; i < seeds.size(); i++) {
			Files.write(directory.resolve("seed-" + i), seeds.get(i));
		}
	}

	/**
	 * Write the files of a directory into one, the shortest first.
	 */
	static int pack(Path directory, Path file) throws IOException {
		List<String> lines = new ArrayList<>();
		try (Stream<Path> inputs = Files.list(directory)) {
			for (Path input : inputs.toList()) {
				lines.add(encode(Files.readAllBytes(input)));
			}
		}
		lines.removeIf((line) -> line.length() > MAX_LINE);
		lines.sort((one, other) -> (one.length() != other.length()) ? one.length() - other.length()
				: one.compareTo(other));
		Files.write(file, lines, StandardCharsets.US_ASCII);
		return lines.size();
	}

	static String encode(byte[] input) {
		StringBuilder line = new StringBuilder();
		for (byte each : input) {
			if (each >= ' ' && each <= '~' && each != '\\') {
				line.append((char) each);
			}
			else {
				line.append(String.format("\\%02X", each));
			}
		}
		return line.toString();
	}

	static byte[] decode(String line) {
		ByteArrayOutputStream input = new ByteArrayOutputStream();
		for (int i = 0; i < line.length(); i++) {
			if (line.charAt(i) == '\\') {
				input.write(Integer.parseInt(line.substring(i + 1, i + 3), 16));
				i += 2;
			}
			else {
				input.write(line.charAt(i));
			}
		}
		return input.toByteArray();
	}

}
