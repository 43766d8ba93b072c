package io.github.mesosdiscovery.faults;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The versions of the server to test: the oldest and the newest, or all in the profile
 * {@code all-zookeepers}.
 */
public final class ZooKeeperVersions implements ArgumentsProvider {

	/** The oldest version that is supported. */
	public static final String OLDEST = "3.4.14";

	/** The newest version that is supported. */
	public static final String NEWEST = "3.9.5";

	private static final String PROPERTY = "zookeeper.versions";

	/**
	 * Return the versions to test.
	 * @return the versions, the oldest first
	 */
	public static List<String> all() {
		return List.of(System.getProperty(PROPERTY, OLDEST + "," + NEWEST).split(","));
	}

	@Override
	public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
		return all().stream().map(Arguments::of);
	}

}
