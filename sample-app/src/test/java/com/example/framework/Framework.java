package com.example.framework;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Framework {

	public static void main(String[] args) {
		SpringApplication.run(Framework.class, args);
	}

}
