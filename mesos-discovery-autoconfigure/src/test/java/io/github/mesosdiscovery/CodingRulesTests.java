package io.github.mesosdiscovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no code of the library does.
 */
class CodingRulesTests {

	/** The methods of ZooKeeper and Curator that change what ZooKeeper holds. */
	private static final String WRITES = "create.*|creating.*|set(Data|ACL)|delete.*|multi|in[tT]ransaction"
			+ "|transaction.*|mkdirs|ensure.*|reconfig.*";

	/** Cohesion comes first: one thing may take so many lines. */
	private static final int LONGEST_FILE = 450;

	@Test
	void zooKeeperIsOnlyRead() {
		check(noClasses().should()
			.accessTargetWhere(target("writes to ZooKeeper",
					(owner) -> isZooKeeper(owner) && !owner.startsWith("org.apache.zookeeper.KeeperException"),
					WRITES)));
	}

	@Test
	void watchesAreOneShot() {
		check(noClasses().should()
			.accessTargetWhere(target("sets a persistent watch", CodingRulesTests::isZooKeeper,
					"addWatch|addPersistent.*|watchers")));
	}

	@Test
	void theProcessIsNotOursToEnd() {
		check(noClasses().should()
			.accessTargetWhere(target("ends the process", "java.lang.System"::equals, "exit"))
			.orShould()
			.accessTargetWhere(target("ends the process", "java.lang.Runtime"::equals, "exit|halt")));
	}

	@Test
	void nobodySleeps() {
		check(noClasses().should()
			.accessTargetWhere(target("sleeps", "java.lang.Thread"::equals, "sleep"))
			.orShould()
			.accessTargetWhere(target("sleeps", "java.util.concurrent.TimeUnit"::equals, "sleep")));
	}

	@Test
	void namesAreNotResolved() {
		check(noClasses().should()
			.accessTargetWhere(target("resolves a name", InetAddress.class.getName()::equals,
					"getByName|getAllByName|getLocalHost|getCanonicalHostName"))
			.orShould()
			.callConstructor(InetSocketAddress.class, String.class, int.class));
	}

	@Test
	void dependenciesComeThroughConstructors() {
		for (String annotation : new String[] { "org.springframework.beans.factory.annotation.Autowired",
				"org.springframework.beans.factory.annotation.Value", "jakarta.inject.Inject",
				"jakarta.annotation.Resource" }) {
			check(noFields().should().beAnnotatedWith(annotation));
			check(noMethods().should().beAnnotatedWith(annotation));
		}
	}

	@Test
	void beansHaveNoHiddenLifecycle() {
		check(noMethods().should()
			.beAnnotatedWith("jakarta.annotation.PostConstruct")
			.orShould()
			.beAnnotatedWith("jakarta.annotation.PreDestroy"));
	}

	@Test
	void everyPackageIsNullMarked() {
		assertThat(LibraryClasses.ALL.getPackage(LibraryClasses.ROOT).getSubpackagesInTree()).isNotEmpty();
		assertThat(LibraryClasses.ALL).extracting((type) -> type.getPackage())
			.allSatisfy((type) -> assertThat(isNullMarked(type)).as(type.getName()).isTrue());
	}

	@Test
	void noSourceFileIsTooLong() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			assertThat(files.filter((file) -> file.toString().endsWith(".java"))).isNotEmpty()
				.allSatisfy((file) -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(LONGEST_FILE));
		}
	}

	private static boolean isNullMarked(JavaPackage type) {
		return type.tryGetPackageInfo().filter((info) -> info.isAnnotatedWith(NullMarked.class)).isPresent();
	}

	private static boolean isZooKeeper(String owner) {
		return owner.startsWith("org.apache.zookeeper.") || owner.startsWith("org.apache.curator.");
	}

	private static void check(ArchRule rule) {
		rule.allowEmptyShould(true).check(LibraryClasses.ALL);
	}

	private static DescribedPredicate<JavaAccess<?>> target(String description, Predicate<String> owner, String names) {
		return DescribedPredicate.describe(description, (access) -> owner.test(access.getTargetOwner().getName())
				&& access.getTarget().getName().matches(names));
	}

}
