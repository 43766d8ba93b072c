package io.github.mesosdiscovery.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that all rules hold for the inputs that fuzzing found worth keeping, so that each
 * build goes all the ways that it has found.
 */
class SeedCorpusTests {

	@ParameterizedTest
	@EnumSource
	void seeds(FuzzTarget target) throws IOException {
		List<byte[]> seeds = SeedCorpus.read(target);
		assertThat(seeds).hasSizeGreaterThan(50);
		for (byte[] seed : seeds) {
			try {
				target.check(seed);
			}
			catch (RuntimeException | Error ex) {
				throw new AssertionError(SeedCorpus.encode(seed), ex);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void targetsAreNamed(FuzzTarget target) {
		assertThat(FuzzTarget.of(target.id())).isSameAs(target);
	}

	@Test
	void packedSeedsComeBackAsTheyWere(@TempDir Path directory) throws IOException {
		byte[] most = new byte[60];
		for (int i = 0; i < most.length; i++) {
			most[i] = (byte) (i * 5);
		}
		List<byte[]> seeds = List.of(new byte[0], new byte[] { 'a', '\\', 'b', '\n' }, most);
		SeedCorpus.unpack(seeds, directory.resolve("corpus"));
		Path file = directory.resolve("packed");
		Files.write(directory.resolve("corpus/long"), new byte[1000]);
		assertThat(SeedCorpus.pack(directory.resolve("corpus"), file)).isEqualTo(3);
		assertThat(Files.readAllLines(file).stream().map(SeedCorpus::decode).toList()).usingRecursiveComparison()
			.isEqualTo(seeds);
	}

}
