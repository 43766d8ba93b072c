package io.github.mesosdiscovery;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Which package may use what. A package that does not exist breaks no rule.
 */
class ArchitectureTests {

	private static final String ROOT = LibraryClasses.ROOT;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			.                   | .proto..
			.codec..            | ., .proto..
			.url..              | ., .proto.., .codec..
			.zookeeper..        | ., .proto.., .codec.., .url.., .metrics
			.zookeeper.election | ., .proto.., .codec
			.health..           | .
			.actuate.endpoint.. | .
			.metrics..          | .
			.http..             | .
			""")
	void packagesUseOnlyThoseBelowThem(String name, String below) {
		String[] allowed = Stream.concat(Stream.of(name), Arrays.stream(below.split(", ")))
			.map(ArchitectureTests::absolute)
			.toArray(String[]::new);
		noClasses().that()
			.resideInAPackage(absolute(name))
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..").and(DescribedPredicate.not(resideInAnyPackage(allowed))))
			.allowEmptyShould(true)
			.check(LibraryClasses.ALL);
	}

	/**
	 * These types are public only because of a package wall: their Javadoc says internal.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			\\.codec\\.(?!MasterHost).*              | .codec, .url, .zookeeper..
			\\.url\\..*                              | .url, .zookeeper, .autoconfigure..
			\\.zookeeper\\.election\\..*              | .zookeeper..
			\\.zookeeper\\.tls\\.(?!TlsStores).*     | .zookeeper..
			\\.autoconfigure\\..*                    | .autoconfigure..
			""")
	void internalTypesAreUsedOnlyByTheirNeighbours(String types, String users) {
		noClasses().that()
			.resideOutsideOfPackages(
					Arrays.stream(users.split(", ")).map(ArchitectureTests::absolute).toArray(String[]::new))
			.should()
			.dependOnClassesThat(nameMatching(Pattern.quote(ROOT) + types))
			.check(LibraryClasses.ALL);
	}

	@Test
	void everyPackageHasItsPlace() {
		classes().should()
			.resideInAnyPackage(Stream
				.of(".", ".codec..", ".url..", ".zookeeper..", ".health..", ".actuate.endpoint..", ".metrics..",
						".http..", ".autoconfigure..")
				.map(ArchitectureTests::absolute)
				.toArray(String[]::new))
			.check(LibraryClasses.ALL);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().assignedFrom(new PackageSlices()).should().beFreeOfCycles().check(LibraryClasses.ALL);
	}

	/**
	 * Nested classes belong to the class around them. Within a package there is no order
	 * of arrows to hold, but two classes that need each other are one thing in two files.
	 */
	@Test
	void classesHaveNoCycles() {
		slices().assignedFrom(new ClassSlices()).should().beFreeOfCycles().check(LibraryClasses.ALL);
	}

	@Test
	void theApiShowsOnlyMastersAndEvents() {
		classes().that()
			.resideInAPackage(ROOT)
			.should()
			.onlyDependOnClassesThat(
					resideInAnyPackage("java..", "org.jspecify..", "com.google.protobuf..", ROOT, ROOT + ".proto")
						.or(nameMatching("org\\.springframework\\.context\\.ApplicationEvent")))
			.check(LibraryClasses.ALL);
	}

	@Test
	void theCodecKnowsNeitherZooKeeperNorSpring() {
		noClasses().that()
			.resideInAPackage(ROOT + ".codec..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.zookeeper..", "org.apache.curator..", "org.springframework..")
			.allowEmptyShould(true)
			.check(LibraryClasses.ALL);
	}

	@Test
	void theDetectorKnowsNoSpringBeyondEvents() {
		noClasses().that()
			.resideInAPackage(ROOT + ".zookeeper..")
			.should()
			.dependOnClassesThat(resideInAPackage("org.springframework..")
				.and(DescribedPredicate.not(nameMatching("org\\.springframework\\.context\\.ApplicationEvent"))))
			.check(LibraryClasses.ALL);
	}

	@ParameterizedTest
	@ValueSource(strings = { ".health..", ".actuate.endpoint..", ".metrics..", ".http.." })
	void nothingAboveTheDetectorKnowsZooKeeper(String name) {
		noClasses().that()
			.resideInAPackage(absolute(name))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.zookeeper..", "org.apache.curator..")
			.allowEmptyShould(true)
			.check(LibraryClasses.ALL);
	}

	private static String absolute(String name) {
		return name.equals(".") ? ROOT : ROOT + name;
	}

	private static String outermost(JavaClass type) {
		return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type.getName());
	}

	private static final class ClassSlices implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
			return SliceIdentifier.of(outermost(javaClass));
		}

		@Override
		public String getDescription() {
			return "classes";
		}

	}

	private static final class PackageSlices implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
			return SliceIdentifier.of(javaClass.getPackageName());
		}

		@Override
		public String getDescription() {
			return "packages";
		}

	}

}
