package io.github.mesosdiscovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The form of the auto-configurations, as Spring Boot keeps its own.
 */
class AutoConfigurationRulesTests {

	private static final Path IMPORTS = LibraryClasses.location()
		.resolve("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports");

	@Test
	void autoConfigurationsArePublicAndFinal() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.haveSimpleNameEndingWith("AutoConfiguration")
			.andShould()
			.resideInAPackage(LibraryClasses.ROOT + ".autoconfigure..")
			.allowEmptyShould(true)
			.check(LibraryClasses.ALL);
	}

	@Test
	void beanMethodsArePackagePrivate() {
		methods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.bePackagePrivate()
			.allowEmptyShould(true)
			.check(LibraryClasses.ALL);
	}

	@Test
	void importsNameEveryAutoConfigurationInOrder() throws IOException {
		List<String> autoConfigurations = LibraryClasses.ALL.stream()
			.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
			.map(JavaClass::getName)
			.sorted()
			.toList();
		List<String> imports = Files.exists(IMPORTS) ? Files.readAllLines(IMPORTS) : List.of();
		assertThat(imports).isEqualTo(autoConfigurations);
	}

}
